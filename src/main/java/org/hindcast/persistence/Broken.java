package org.hindcast.persistence;

import java.sql.SQLException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hindcast.Refusal;

/**
 * Turns a broken rule of the database into a refusal that names the field. Unique rules are named {@code <table>_<column>_key},
 * so that nobody has to list them. SQL states: PostgreSQL manual, appendix A.
 */
public final class Broken {

    private static final String UNIQUE = "23505";
    private static final String FOREIGN_KEY = "23503";

    /** Too long, out of range, no such character, against a rule on values. */
    private static final Set<String> IMPOSSIBLE = Set.of("22001", "22003", "22021", "22P05", "23502", "23514");

    private static final Pattern NAME = Pattern.compile("[\"“»„]([a-z_]+?)_key[\"”«“]");

    private Broken() {}

    /** The refusal that the exception stands for, or the exception itself when it is no broken rule. */
    public static RuntimeException rule(RuntimeException failure) {
        SQLException cause = sql(failure);
        if (cause != null && UNIQUE.equals(cause.getSQLState())) {
            Matcher name = NAME.matcher(String.valueOf(cause.getMessage()));
            return name.find() ? Refusal.at(property(name.group(1)), "refusal.taken") : new Refusal("refusal.taken");
        }
        if (cause != null && IMPOSSIBLE.contains(String.valueOf(cause.getSQLState()))) {
            return new Refusal("refusal.value");
        }
        return cause != null && FOREIGN_KEY.equals(cause.getSQLState()) ? new Refusal("refusal.gone") : failure;
    }

    /** The failure of the database that a provider or a server wrapped; null when there is none. */
    static SQLException sql(Throwable failure) {
        return cause(failure, SQLException.class);
    }

    /** The first of that kind behind a failure, or the failure itself; null when there is none. */
    static <T extends Throwable> T cause(Throwable failure, Class<T> kind) {
        Throwable cause = failure;
        while (cause != null && !kind.isInstance(cause)) {
            cause = cause.getCause();
        }
        return kind.cast(cause);
    }

    /** {@code users_first_name} to {@code firstName}: the table's name is its first word. */
    private static String property(String constraint) {
        String column = constraint.substring(constraint.indexOf('_') + 1).toLowerCase(Locale.ROOT);
        return Pattern.compile("_([a-z])")
                .matcher(column)
                .replaceAll(m -> m.group(1).toUpperCase(Locale.ROOT));
    }
}
