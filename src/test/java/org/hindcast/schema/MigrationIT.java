package org.hindcast.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.hindcast.support.EmptyDatabase;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class MigrationIT {

    @Test
    @DisplayName("S0-11 S1-05: missing tables are created, existing ones untouched, the second start is a no-op")
    void a_second_start_changes_nothing() throws Exception {
        try (EmptyDatabase database = new EmptyDatabase()) {
            int applied = Scripts.over(database.source()).migrate().migrationsExecuted;
            assertEquals(Scripts.over(database.source()).info().all().length, applied);
            say(database.source(), "update roles set description = 'touched' where name = 'Member'");
            String before = ask(database.source(), TABLES);
            assertEquals(0, Scripts.over(database.source()).migrate().migrationsExecuted);
            assertEquals(before, ask(database.source(), TABLES));
            assertEquals("touched", ask(database.source(), "select description from roles where name = 'Member'"));
        }
    }

    @DisplayName("S0-12 SEC-18: two nodes starting at the same time against an empty database do not collide")
    @RepeatedTest(20)
    void two_starters_at_once_do_not_collide() throws Exception {
        try (EmptyDatabase database = new EmptyDatabase()) {
            Flyway one = Scripts.over(database.source());
            Flyway other = Scripts.over(database.source());
            int known = one.info().all().length;
            assertEquals(
                    known, atOnce(() -> one.migrate().migrationsExecuted, () -> other.migrate().migrationsExecuted));
            assertEquals(
                    String.valueOf(known),
                    ask(database.source(), "select count(*) from flyway_schema_history where success"));
        }
    }

    @Test
    @DisplayName("S0-11: a script that was changed after it was applied stops the start")
    void a_changed_script_is_noticed() throws Exception {
        try (EmptyDatabase database = new EmptyDatabase()) {
            Scripts.over(database.source()).migrate();
            say(database.source(), "update flyway_schema_history set checksum = checksum + 1 where version = '1'");
            String complaint = complaint(database.source());
            assertTrue(complaint.contains("checksum mismatch"), complaint);
        }
    }

    @Test
    @DisplayName("S1-06: nothing drops the tables, by whatever mistake, and no page has a way to")
    void the_tables_can_not_be_dropped() throws Exception {
        try (EmptyDatabase database = new EmptyDatabase()) {
            Flyway flyway = Scripts.over(database.source());
            flyway.migrate();
            assertThrows(FlywayException.class, flyway::clean);
            assertEquals("0", ask(database.source(), "select count(*) from users"));
        }
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            assertEquals(
                    List.of(),
                    sources.filter(Files::isRegularFile)
                            .filter(MigrationIT::drops)
                            .toList());
        }
    }

    private static boolean drops(Path source) {
        try {
            return Files.readString(source)
                    .matches(
                            "(?is).*(\\bdrop (table|schema)|\\btruncate (?!incoming_)|\\.clean\\(\\)|cleanDisabled).*");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    @DisplayName("SEC-18: two nodes of a new version starting at once bring an older schema up to date once")
    void two_starters_at_once_upgrade_an_older_schema() throws Exception {
        try (EmptyDatabase database = new EmptyDatabase()) {
            Flyway.configure()
                    .configuration(Scripts.over(database.source()).getConfiguration())
                    .target("2")
                    .load()
                    .migrate();
            Flyway one = Scripts.over(database.source());
            Flyway other = Scripts.over(database.source());
            int left = one.info().pending().length;
            assertTrue(left > 0);
            assertEquals(
                    left, atOnce(() -> one.migrate().migrationsExecuted, () -> other.migrate().migrationsExecuted));
            assertEquals(0, other.info().pending().length);
        }
    }

    /** Each column with its type and default. */
    private static final String TABLES = """
            select md5(string_agg(concat_ws(' ', table_name, column_name, data_type, is_nullable, column_default), ','
                       order by table_name, ordinal_position))
            from information_schema.columns where table_schema = 'public'
            """;

    private static String complaint(DataSource source) {
        try {
            Scripts.over(source).migrate();
            return "none";
        } catch (RuntimeException e) {
            return e.getMessage().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** The sum of what both did, begun at the same moment. */
    private static int atOnce(Callable<Integer> one, Callable<Integer> other) throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            int sum = 0;
            for (Future<Integer> done : threads.invokeAll(List.of(after(start, one), after(start, other)))) {
                sum += done.get(2, TimeUnit.MINUTES);
            }
            return sum;
        } finally {
            threads.shutdownNow();
        }
    }

    private static Callable<Integer> after(CyclicBarrier start, Callable<Integer> work) {
        return () -> {
            start.await(10, TimeUnit.SECONDS);
            return work.call();
        };
    }

    private static void say(DataSource source, String sql) throws Exception {
        try (Connection connection = source.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String ask(DataSource source, String sql) throws Exception {
        try (Connection connection = source.getConnection();
                ResultSet rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
