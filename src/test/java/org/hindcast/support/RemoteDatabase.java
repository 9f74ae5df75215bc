package org.hindcast.support;

import java.io.PrintStream;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

/** A database that somebody else runs: Hindcast is started only once it answers. */
final class RemoteDatabase {

    private static final String NO_CONNECTION = "08";
    private static final String STARTING = "57P03";

    private final String url;
    private final Properties properties = new Properties();

    /** @param environment as the server will see it */
    RemoteDatabase(Map<String, String> environment) {
        url = environment.getOrDefault("HINDCAST_DATABASE_URL", "");
        properties.setProperty("user", environment.getOrDefault("HINDCAST_DATABASE_USER", ""));
        properties.setProperty("password", environment.getOrDefault("HINDCAST_DATABASE_PASSWORD", ""));
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("loginTimeout", "10");
    }

    /** Waits while nothing answers. What is wrong with it, in one line; nothing when Hindcast can use it. */
    Optional<String> problem(Duration atMost, PrintStream screen) throws InterruptedException {
        if (!url.startsWith("jdbc:postgresql:")) {
            return Optional.of("HINDCAST_DATABASE_URL must be like jdbc:postgresql://host:5432/hindcast.");
        }
        long deadline = System.nanoTime() + atMost.toNanos();
        SQLException failure = refusal();
        if (isAway(failure)) {
            screen.printf("Waiting for the database at %s ...%n", url);
        }
        while (isAway(failure) && System.nanoTime() < deadline) {
            TimeUnit.SECONDS.sleep(1);
            failure = refusal();
        }
        return Optional.ofNullable(failure).map(this::line);
    }

    private SQLException refusal() {
        try {
            DriverManager.getConnection(url, properties).close();
            return null;
        } catch (SQLException refused) {
            return refused;
        }
    }

    private static boolean isAway(SQLException failure) {
        String state = failure == null ? "" : String.valueOf(failure.getSQLState());
        return state.startsWith(NO_CONNECTION) || state.equals(STARTING);
    }

    private String line(SQLException failure) {
        return "the database at " + url + " is not to be had. "
                + failure.getMessage().lines().findFirst().orElse("");
    }
}
