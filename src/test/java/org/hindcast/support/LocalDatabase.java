package org.hindcast.support;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A real PostgreSQL that needs no installation, on 127.0.0.1 only.
 *
 * <p>Anyone on this machine may connect to it without a password, as is usual for a database to develop with: real data
 * belongs into a PostgreSQL of its own.
 */
public final class LocalDatabase implements AutoCloseable {

    /** The database, and the role that owns it. */
    public static final String NAME = "hindcast";

    /** The role that the application signs in as. */
    public static final String APPLICATION = "hindcast_app";

    private static final Logger QUIET = Logger.getLogger("io.zonky");

    static {
        QUIET.setLevel(Level.WARNING);
    }

    private final EmbeddedPostgres postgres;

    private LocalDatabase(EmbeddedPostgres.Builder builder) throws IOException, SQLException {
        postgres = builder.setPGStartupWait(Duration.ofMinutes(1))
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("timezone", "UTC")
                .setLocaleConfig("locale", "C.UTF-8")
                .setRegisterShutdownHook(false)
                .start();
        createOnce();
    }

    /** The database of {@code ./mvnw -Prun}: it keeps what it was told, also when the machine loses power. */
    public static LocalDatabase keptIn(Path folder) throws IOException, SQLException, InterruptedException {
        stopForgotten(folder.resolve("postmaster.pid"));
        return new LocalDatabase(EmbeddedPostgres.builder()
                .setDataDirectory(folder)
                .setCleanDataDirectory(false)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on"));
    }

    /** The database of a test run: fast, forgetful, and counting every statement. */
    public static LocalDatabase forTests(int port) throws IOException, SQLException {
        return new LocalDatabase(EmbeddedPostgres.builder()
                .setPort(port)
                .setServerConfig("synchronous_commit", "off")
                .setServerConfig("full_page_writes", "off")
                .setServerConfig("shared_preload_libraries", "pg_stat_statements")
                .setServerConfig("pg_stat_statements.track_utility", "off"));
    }

    /** A connection to the tests' PostgreSQL as its superuser, who sees every statement and every setting. */
    public static Connection ofTheTests() throws SQLException {
        String url = "jdbc:postgresql://127.0.0.1:" + Integer.getInteger("it.database.port") + "/postgres";
        return DriverManager.getConnection(url, "postgres", "postgres");
    }

    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/" + NAME;
    }

    /** The processes that do its work at this moment. */
    public List<ProcessHandle> processes() throws SQLException {
        List<ProcessHandle> working = new ArrayList<>();
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                var statement = connection.createStatement();
                var pids = statement.executeQuery("select pid from pg_stat_activity where pid <> pg_backend_pid()")) {
            while (pids.next()) {
                ProcessHandle.of(pids.getLong(1)).ifPresent(working::add);
            }
        }
        return working;
    }

    @Override
    public void close() {
        try {
            postgres.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void createOnce() throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection()) {
            if (isNew(connection, "select 1 from pg_database where datname = ?", NAME)) {
                say(connection, "create role " + NAME + " login password '" + NAME + "'");
                say(connection, "create database " + NAME + " owner " + NAME);
                say(connection, "create extension pg_stat_statements");
            }
            // A folder of before has the owner only. That one may also see and end what the application does.
            if (isNew(connection, "select 1 from pg_roles where rolname = ?", APPLICATION)) {
                say(connection, "create role " + APPLICATION + " login password '" + APPLICATION + "'");
                say(connection, "grant " + APPLICATION + " to " + NAME);
            }
        }
    }

    private static boolean isNew(Connection connection, String sql, String name) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, name);
            return !statement.executeQuery().next();
        }
    }

    private static void say(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Stops a PostgreSQL that outlived its launcher, because two may never write into one folder. */
    private static void stopForgotten(Path pidFile) throws IOException, InterruptedException {
        if (!Files.exists(pidFile)) {
            return;
        }
        long pid = Long.parseLong(Files.readAllLines(pidFile).get(0).trim());
        Optional<ProcessHandle> forgotten = ProcessHandle.of(pid).filter(LocalDatabase::isPostgres);
        if (forgotten.isPresent()) {
            forgotten.get().destroy();
            forgotten.get().onExit().orTimeout(20, TimeUnit.SECONDS).join();
        }
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info()
                .command()
                .map(command -> command.contains("postgres"))
                .orElse(false);
    }
}
