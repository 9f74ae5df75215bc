package org.hindcast.support;

import static java.util.stream.Collectors.joining;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The SQL statements that the application sent while something happened, as PostgreSQL itself counted them.
 *
 * <p>Beginning and ending a transaction and trying a connection before its use do not count. Statements of the same
 * shape are one entry. Whatever else the application does meanwhile is counted too: keep the moment short and quiet.
 */
public final class Statements {

    private static final String COUNTED = """
            select query, calls
            from pg_stat_statements join pg_roles on pg_roles.oid = userid
            where rolname = ? and toplevel and query !~* '^\\s*select count\\(\\*\\) from \\(values \\(coalesce\\(nullif\\(current_setting'
              and query !~* '^\\s*(begin|commit|rollback|set|show|start transaction|deallocate)\\M'
            """;

    private final Map<String, Long> times;

    private Statements(Map<String, Long> times) {
        this.times = times;
    }

    /** Does it, and tells which statements it took. */
    public static Statements during(Action action) throws Exception {
        Map<String, Long> before = counted();
        action.run();
        Map<String, Long> after = counted();
        before.forEach((statement, calls) -> after.merge(statement, -calls, Long::sum));
        after.values().removeIf(calls -> calls == 0);
        return new Statements(after);
    }

    public long count() {
        return times.values().stream().mapToLong(Long::longValue).sum();
    }

    public Map<String, Long> times() {
        return Map.copyOf(times);
    }

    /** All of them, the most frequent first, to be read in a failed assertion. */
    @Override
    public String toString() {
        return times.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .map(entry -> entry.getValue() + " x " + entry.getKey())
                .collect(joining("\n", count() + " statements\n", "\n"));
    }

    private static Map<String, Long> counted() throws SQLException {
        try (Connection connection = LocalDatabase.ofTheTests();
                var query = connection.prepareStatement(COUNTED)) {
            query.setString(1, LocalDatabase.APPLICATION);
            return read(query.executeQuery());
        }
    }

    private static Map<String, Long> read(ResultSet rows) throws SQLException {
        Map<String, Long> calls = new LinkedHashMap<>();
        try (rows) {
            while (rows.next()) {
                calls.merge(rows.getString("query"), rows.getLong("calls"), Long::sum);
            }
        }
        return calls;
    }

    /** Something that a test does. */
    @FunctionalInterface
    public interface Action {
        void run() throws Exception;
    }
}
