package org.hindcast.schema;

import static org.hindcast.support.Person.asked;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.hindcast.support.LocalDatabase;

/**
 * Makes the connections of the pool seem older than they are, until it is closed: the pool's trial of a connection, exactly as
 * it stands in {@code server-config}, meets a clock that is years ahead for some of them.
 */
final class Aging implements AutoCloseable {

    private static final String CLOCK = """
            create function aging.clock_timestamp() returns timestamptz language sql volatile as
            $$
            select pg_catalog.clock_timestamp()
                + coalesce((select years from aging.aged where pid = pg_backend_pid()), interval '0')
            $$
            """;

    private static final List<String> ROLES = List.of(LocalDatabase.NAME, LocalDatabase.APPLICATION);

    Aging() throws SQLException {
        asked("create schema aging");
        asked(
                "create table aging.aged (pid integer primary key, years interval not null, since timestamptz not null default clock_timestamp())");
        asked(CLOCK);
        asked("grant usage on schema aging to " + LocalDatabase.APPLICATION);
        asked("grant select on aging.aged to " + LocalDatabase.APPLICATION);
        for (String role : ROLES) {
            asSuperuser("alter role " + role + " in database hindcast set search_path = aging, pg_catalog, public");
        }
        reconnect();
    }

    /** Ages all connections that there are of that pool; gives back how many. */
    int by(String years, String pool) throws SQLException {
        asked("delete from aging.aged");
        asked(
                "insert into aging.aged (pid, years) select pid, cast(? as interval) from pg_catalog.pg_stat_activity where application_name = ?",
                years,
                pool);
        return Integer.parseInt(asked("select count(*) from aging.aged"));
    }

    /** How many of those are still connected. */
    int stillThere() throws SQLException {
        return Integer.parseInt(asked("select count(*) from aging.aged join pg_catalog.pg_stat_activity using (pid)"));
    }

    /** How many of those did anything since but being tried. */
    int handedOut() throws SQLException {
        return Integer.parseInt(
                asked(
                        "select count(*) from aging.aged join pg_catalog.pg_stat_activity using (pid) where query_start > since and query not like '%hindcast.until%'"));
    }

    @Override
    public void close() throws SQLException {
        for (String role : ROLES) {
            asSuperuser("alter role " + role + " in database hindcast reset search_path");
        }
        asked("drop schema aging cascade");
        reconnect();
    }

    /** The setting holds for connections that are made from now on. */
    private static void reconnect() throws SQLException {
        asked(
                "select count(pg_terminate_backend(pid)) from pg_catalog.pg_stat_activity where application_name like 'hindcast%'");
    }

    private static void asSuperuser(String sql) throws SQLException {
        try (Connection connection = LocalDatabase.ofTheTests();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
