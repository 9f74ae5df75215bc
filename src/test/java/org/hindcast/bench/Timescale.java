package org.hindcast.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.ds.PGSimpleDataSource;

/** A database of its own in the TimescaleDB that the environment names, for as long as it is measured. */
final class Timescale implements AutoCloseable {

    static final String SERVER = System.getenv("HINDCAST_TEST_TIMESCALEDB_URL");

    private final String name = "hindcast_bench_" + ProcessHandle.current().pid();

    Timescale() throws SQLException {
        say("create role " + name + " login password '" + name + "'");
        say("create database " + name + " owner " + name);
    }

    String url() {
        PGSimpleDataSource server = server();
        return "jdbc:postgresql://" + server.getServerNames()[0] + ":" + server.getPortNumbers()[0] + "/" + name;
    }

    /** Of its user, and the user's password. */
    String user() {
        return name;
    }

    @Override
    public void close() throws SQLException {
        say("drop database " + name + " with (force)");
        say("drop role " + name);
    }

    private static void say(String sql) throws SQLException {
        try (Connection connection = server().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static PGSimpleDataSource server() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(SERVER);
        return source;
    }
}
