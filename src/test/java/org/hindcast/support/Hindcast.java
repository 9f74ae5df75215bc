package org.hindcast.support;

import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Where the tests find the running Hindcast, its database, and the first administrator. */
public final class Hindcast {

    public static final String ADMIN = "admin";

    private Hindcast() {}

    /** The address of the start page, with a slash at its end. */
    public static URI url() {
        return URI.create("http://127.0.0.1:" + System.getenv("HINDCAST_PORT") + "/");
    }

    /** An address of Hindcast, given without a leading slash. */
    public static URI url(String path) {
        return url().resolve(path);
    }

    public static String adminPassword() {
        return System.getenv("HINDCAST_ADMIN_PASSWORD");
    }

    /** A connection of its own as the user that owns the tables. */
    public static Connection database() throws SQLException {
        return as("HINDCAST_SCHEMA_");
    }

    /** A connection of its own as the user that the application connects as. */
    public static Connection application() throws SQLException {
        return as("HINDCAST_DATABASE_");
    }

    private static Connection as(String role) throws SQLException {
        return DriverManager.getConnection(
                System.getenv("HINDCAST_DATABASE_URL"), System.getenv(role + "USER"), System.getenv(role + "PASSWORD"));
    }
}
