package org.hindcast.support;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A database beside that of the application, in the tests' PostgreSQL: empty at first, gone at the end. */
public final class EmptyDatabase implements AutoCloseable {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final String name = "empty_" + COUNT.incrementAndGet();

    public EmptyDatabase() throws SQLException {
        say("create database " + name + " owner " + LocalDatabase.NAME);
    }

    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + Integer.getInteger("it.database.port") + "/" + name;
    }

    /** Connections to it as the user that owns it. */
    public DataSource source() {
        return as(LocalDatabase.NAME);
    }

    /** Connections to it as the user that the application connects as. */
    public DataSource application() {
        return as(LocalDatabase.APPLICATION);
    }

    private DataSource as(String role) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url());
        source.setUser(role);
        source.setPassword(role);
        return source;
    }

    @Override
    public void close() throws SQLException {
        say("drop database " + name + " with (force)");
    }

    private static void say(String sql) throws SQLException {
        try (Connection connection = LocalDatabase.ofTheTests();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
