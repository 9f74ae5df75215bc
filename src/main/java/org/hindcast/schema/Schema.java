package org.hindcast.schema;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.hindcast.persistence.Outage;

/** The tables, brought up to date at start: under one lock, so that nodes starting together do not collide. */
@ApplicationScoped
public class Schema {

    private static final Logger LOG = System.getLogger(Schema.class.getName());
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Resource(name = "jdbc/hindcast-schema")
    private DataSource source;

    @Resource(name = "jdbc/hindcast")
    private DataSource pool;

    @Inject
    private Event<Ready> ready;

    private volatile State state = State.STARTING;

    /** Where the start stands. */
    public enum State {
        STARTING,
        READY,
        FAILED
    }

    /** How far the start has come. */
    public State state() {
        return state;
    }

    /** Whether people may be let in. */
    public boolean isReady() {
        return state == State.READY;
    }

    /** Every script that the product knows, in order, with when it was applied. */
    public List<Migration> migrations() {
        return Arrays.stream(flyway().info().all()).map(Migration::new).toList();
    }

    /** Waits for the database, migrates it and tells the rooms; all of it anew when the database goes away meanwhile. */
    void bringUp() {
        try {
            awaitDatabase();
            while (isOutOfReach()) {
                TimeUnit.SECONDS.sleep(1);
                awaitDatabase();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            state = State.FAILED;
        } catch (RuntimeException e) {
            state = State.FAILED;
            LOG.log(Level.ERROR, "Hindcast did not start: " + e.getMessage(), e);
        }
    }

    private boolean isOutOfReach() {
        try {
            begin();
            return false;
        } catch (RuntimeException failure) {
            if (!Outage.isBehind(failure)) {
                throw failure;
            }
            LOG.log(Level.WARNING, "The database went away during the start: {0}", Outage.reason(failure));
            return true;
        }
    }

    private void begin() {
        int applied = Scripts.apply(flyway(), role());
        LOG.log(
                Level.INFO,
                "The schema is at version {0}; {1} scripts were applied.",
                flyway().info().current().getVersion(),
                applied);
        ready.fire(new Ready());
        state = State.READY;
        LOG.log(Level.INFO, "Hindcast is ready.");
    }

    private void awaitDatabase() throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        boolean told = false;
        while (!answers()) {
            if (!told && System.nanoTime() > deadline) {
                LOG.log(
                        Level.ERROR,
                        "The database has not answered for {0} seconds (HINDCAST_DATABASE_URL). Still trying.",
                        PATIENCE.toSeconds());
                told = true;
            }
            TimeUnit.SECONDS.sleep(1);
        }
    }

    private boolean answers() {
        try (Connection connection = source.getConnection()) {
            return connection.isValid(5);
        } catch (SQLException e) {
            LOG.log(Level.DEBUG, "No database yet: {0}", e.getMessage());
            return false;
        }
    }

    /** Whom the application signs in as; the tables may belong to another. */
    private String role() {
        try (Connection connection = pool.getConnection();
                ResultSet row = connection.createStatement().executeQuery("select current_user")) {
            row.next();
            return row.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException("The application can't sign in to the database. " + e.getMessage(), e);
        }
    }

    private Flyway flyway() {
        return Scripts.over(source);
    }
}
