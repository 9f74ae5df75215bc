package org.hindcast.persistence;

import java.sql.SQLException;
import java.util.Set;
import javax.transaction.xa.XAException;

/**
 * Whether a failure means that the database is away, full or too busy: nobody's mistake, and worth trying again. SQL states:
 * PostgreSQL manual, appendix A.
 */
public final class Outage {

    private static final String CONNECTION = "08";
    private static final String RESOURCES = "53";
    private static final String DEADLOCK = "40P01";
    private static final Set<String> CUT_SHORT = Set.of(
            "25P03", // idle for too long within a transaction
            DEADLOCK, // waited for each other
            "55P03", // waited too long for a lock
            "57014", // took too long
            "57P01", // shut down by the administrator
            "57P02", // shut down after a crash
            "57P03", // starting or stopping
            "57P05"); // idle for too long

    private Outage() {}

    public static boolean isBehind(Throwable failure) {
        SQLException cause = Broken.sql(failure);
        return cause == null ? commit(failure) != null : isOfPool(cause) || isOfDatabase(cause.getSQLState());
    }

    /** Whether two waited for each other, so that the database undid what one of them did: worth trying again at once. */
    public static boolean isDeadlock(Throwable failure) {
        SQLException cause = Broken.sql(failure);
        return cause != null && DEADLOCK.equals(cause.getSQLState());
    }

    /** What the database or the pool says about it, in one line. */
    public static String reason(Throwable failure) {
        SQLException cause = Broken.sql(failure);
        return String.valueOf((cause == null ? commit(failure) : cause).getMessage())
                .lines()
                .findFirst()
                .orElse("");
    }

    /** A commit that the database did not confirm, of which Payara keeps no more than the words; null when it is none. */
    private static XAException commit(Throwable failure) {
        return Broken.cause(failure, XAException.class);
    }

    /** The database gives each failure a state. The server's pool gives none when it has no connection to lend. */
    private static boolean isOfPool(SQLException cause) {
        return cause.getSQLState() == null && cause.getCause() != null;
    }

    private static boolean isOfDatabase(String state) {
        return state != null
                && (state.startsWith(CONNECTION) || state.startsWith(RESOURCES) || CUT_SHORT.contains(state));
    }
}
