package org.hindcast.prediction;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.hindcast.schema.Ready;
import org.hindcast.settings.Settings;

/**
 * Keeps the sums of hours and days up with the predictions, compresses what is old, and forgets what the operator does not want
 * to keep. Nothing waits for it: what changed since is read from the predictions.
 */
@ApplicationScoped
public class PredictionSums {

    private static final Logger LOG = System.getLogger(PredictionSums.class.getName());
    private static final int SECONDS_BETWEEN = 20;
    private static final int HOURS_BETWEEN = 6;

    @Resource
    private ManagedScheduledExecutorService clock;

    /** Outside of any transaction, and without the limits of the pool that serves people. */
    @Resource(name = "jdbc/hindcast-schema")
    private DataSource source;

    @Inject
    private Settings settings;

    private ScheduledFuture<?> refreshing;
    private ScheduledFuture<?> forgetting;

    void begin(@Observes @Priority(300) Ready ready) {
        run("select compress_predictions(cast(? as interval))", days(settings.compressAfterDays()));
        refreshing = clock.scheduleWithFixedDelay(this::refresh, 1, SECONDS_BETWEEN, TimeUnit.SECONDS);
        if (settings.keepDays() > 0) {
            LOG.log(
                    Level.INFO,
                    "Predictions older than {0,number,#} days are deleted (HINDCAST_KEEP_DAYS).",
                    settings.keepDays());
            forgetting = clock.scheduleWithFixedDelay(this::forget, 0, HOURS_BETWEEN, TimeUnit.HOURS);
        }
    }

    @PreDestroy
    void end() {
        if (refreshing != null) {
            refreshing.cancel(true);
        }
        if (forgetting != null) {
            forgetting.cancel(true);
        }
    }

    /** Makes the sums of all days anew that changed. */
    public void refresh() {
        run("call refresh_predictions()");
    }

    private void forget() {
        run("select forget_predictions(cast(? as interval))", days(settings.keepDays()));
    }

    private static String days(int days) {
        return days > 0 ? days + " days" : null;
    }

    /** A failure is told and tried again the next time: the pages do not depend on it. */
    private void run(String sql, String... parameters) {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            statement.execute();
        } catch (SQLException e) {
            LOG.log(Level.WARNING, "The sums of predictions were not brought up to date: {0}", e.getMessage());
        }
    }
}
