package org.hindcast.prediction;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.hindcast.mlmodel.ModelVersion;
import org.hindcast.support.OnTimescale;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** The rules on TimescaleDB, and what only it can do. The address names a superuser and any database of the server. */
@OnTimescale
class PredictionsOnTimescaleIT extends PredictionRules {

    private static final String URL = System.getenv(OnTimescale.URL);
    private static final String POLICY = " from timescaledb_information.jobs where proc_name = 'policy_compression'";
    private static final OffsetDateTime EARLY = OffsetDateTime.parse("2021-01-01T00:00Z");
    private static final String NAME =
            "hindcast_test_" + ProcessHandle.current().pid();

    @Override
    DataSource database() throws Exception {
        server("create database " + NAME);
        return source();
    }

    @Override
    DataSource application() throws Exception {
        server("create role " + NAME + " login password '" + NAME + "'");
        PGSimpleDataSource source = source();
        source.setUser(NAME);
        source.setPassword(NAME);
        return source;
    }

    private static PGSimpleDataSource source() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(URL);
        source.setDatabaseName(NAME);
        return source;
    }

    @Override
    void forget() throws Exception {
        server("drop database " + NAME + " with (force)");
        server("drop role " + NAME);
    }

    @Override
    void pack() throws Exception {
        sql.say("select compress_chunk(c) from show_chunks('predictions') c");
    }

    @Test // S0-40, O0-09, SEC-23
    void predictions_are_a_hypertable_that_no_foreign_key_points_at() throws Exception {
        assertEquals(
                "1",
                sql.ask(
                        "select count(*) from timescaledb_information.hypertables where hypertable_name = 'predictions'"));
        assertEquals("2", sql.ask("select count(*) from timescaledb_information.continuous_aggregates"));
        assertEquals(
                "180 days",
                sql.ask(
                        "select time_interval from timescaledb_information.dimensions where hypertable_name = 'predictions'"));
        assertEquals(
                "0",
                sql.ask(
                        "select count(*) from pg_constraint where contype = 'f' and confrelid = 'predictions'::regclass"));
        assertEquals("Predictions are a hypertable already.", sql.ask("select hindcast_use_timescaledb()"));
    }

    @Test // S2-38
    void compressed_predictions_get_the_column_of_their_token() throws Exception {
        sql.say("alter table predictions drop column produced_by_token");
        ModelVersion version = version();
        sql.say("insert into predictions (model_version_id, predicted_at, input_data, result) values ("
                + version.getId() + ", '2020-01-01Z', '', 1)");
        pack();
        sql.say(Files.readString(Path.of("src/main/resources/db/migration/V17__predictions_by_token.sql")));
        ingest.store(version, List.of(new Prediction(EARLY.minusYears(1), "", 2, "late")), actor(1));
        assertEquals(
                "1 1",
                sql.ask("select count(produced_by_token) || ' ' || count(*) filter (where produced_by_token is null) "
                        + "from predictions where model_version_id = " + version.getId()));
    }

    @Test // SEC-23
    void four_months_compress_and_what_comes_late_still_counts() throws Exception {
        ModelVersion version = version();
        List<Prediction> all = new ArrayList<>();
        for (int hour = 0; hour < 120 * 24; hour++) {
            all.add(new Prediction(EARLY.plusHours(hour), "{\"hour\": " + hour + "}", hour % 24, "h" + hour)
                    .with(12.5, EARLY));
        }
        ingest.store(version, all, null);
        refresh();
        compress();
        late(version, all);
        Expected.of(all).assertNear(scores.scores(version));
        refresh();
        Expected.of(all).assertNear(scores.scores(version));
        assertEquals(all.size(), predictions.latest(version, 0, 5000).size());
        compress();
        Expected.of(all).assertNear(scores.scores(version));
    }

    private void late(ModelVersion version, List<Prediction> all) throws Exception {
        all.set(7, all.get(7).with(100.0, EARLY));
        all.set(2000, all.get(2000).with(-100.0, EARLY));
        List<Outcome> told = List.of(Outcome.of("h7", 100), Outcome.of("h2000", -100), Outcome.of("h9", 12.5));
        assertEquals(new Stored(2, 1, List.of()), ingest.outcomes(version, told));
        assertEquals(0, ingest.store(version, all.subList(0, 100), null).stored());
        Prediction forgotten = new Prediction(EARLY.plusMinutes(90), "{}", 3, "forgotten").with(4.0, EARLY);
        all.add(forgotten);
        assertEquals(1, ingest.store(version, List.of(forgotten), null).stored());
    }

    @Test // SEC-23
    void outcomes_of_more_than_a_hundred_thousand_compressed_predictions_are_stored() throws Exception {
        ModelVersion version = version();
        sql.say(
                "insert into predictions (model_version_id, predicted_at, input_data, result, key) select "
                        + version.getId()
                        + ", timestamptz '2018-01-01Z' + n * interval '30 seconds', '', n % 5, 'k' || n from generate_series(0, 149999) n");
        sql.say(
                "insert into prediction_keys select model_version_id, key, predicted_at from predictions where model_version_id = "
                        + version.getId());
        compress();
        List<Outcome> told = IntStream.range(0, 8)
                .mapToObj(day -> Outcome.of("k" + day * 6 * 2880, 1))
                .toList();
        assertEquals(new Stored(8, 0, List.of()), ingest.outcomes(version, told));
        assertEquals(
                "8",
                sql.ask("select count(*) from predictions where outcome = 1 and model_version_id = "
                        + version.getId()));
    }

    @Test
    void compression_is_a_policy_of_its_own_and_retention_is_none_until_asked_for() throws Exception {
        sql.say("select compress_predictions(interval '90 days')");
        assertEquals("1", policies());
        sql.say("select compress_predictions(interval '30 days')");
        assertEquals("1", policies());
        sql.say("call run_job(" + sql.ask("select job_id" + POLICY) + ")");
        sql.say("select compress_predictions(null)");
        assertEquals("0", policies());
        assertEquals(
                "0", sql.ask("select count(*) from timescaledb_information.jobs where proc_name = 'policy_retention'"));
    }

    @Test
    void what_is_compressed_is_forgotten_too() throws Exception {
        ModelVersion version = version();
        List<Prediction> old = new ArrayList<>();
        for (int day = 0; day < 100; day++) {
            old.add(new Prediction(OffsetDateTime.parse("1990-01-01T00:00Z").plusDays(day), "", day, "o" + day));
        }
        ingest.store(version, old, null);
        refresh();
        sql.say("select compress_chunk(c) from show_chunks('predictions', older_than => timestamptz '1991-01-01') c");
        sql.say("select forget_predictions(now() - timestamptz '1990-02-20Z')");
        List<Prediction> kept = old.subList(50, 100);
        Expected.of(kept).assertNear(scores.scores(version));
        refresh();
        Expected.of(kept).assertNear(scores.scores(version));
    }

    @Test // SEC-23
    void in_a_hundred_and_twenty_days_no_job_fails_and_no_sum_is_wrong() throws Exception {
        ModelVersion version = version();
        OffsetDateTime begin =
                OffsetDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.DAYS).minusDays(400);
        sql.say("select compress_predictions(interval '30 days')");
        String job = sql.ask("select max(job_id)" + POLICY);
        sql.say("select alter_job(" + job + ", scheduled => false)"); // a day of ours lasts no longer than a second
        List<Prediction> all = new ArrayList<>();
        for (int day = 0; day < 120; day++) {
            live(version, begin, day, all);
            if (day % 10 == 9) {
                sql.say("call run_job(" + job + ")");
                sql.say("select forget_predictions(interval '380 days')");
                all.removeIf(old -> old.predictedAt().isBefore(begin.plusDays(20)));
            }
        }
        Expected.of(all).assertNear(scores.scores(version));
        assertEquals(100 * 24, all.size());
        assertEquals(
                "t",
                sql.ask(
                        "select bool_or(is_compressed) from timescaledb_information.chunks where hypertable_name = 'predictions'"));
        failed(job, 0);
    }

    private void failed(String job, int times) throws Exception {
        String errors = "select count(*) from timescaledb_information.job_errors where job_id = " + job;
        assertEquals(String.valueOf(times), sql.ask(errors));
        String failures =
                "select coalesce(sum(total_failures), 0) from timescaledb_information.job_stats where job_id = " + job;
        assertEquals(String.valueOf(times), sql.ask(failures));
    }

    /** What comes in on one day: a prediction for each hour, and what happened a week ago. */
    private void live(ModelVersion version, OffsetDateTime begin, int day, List<Prediction> all) throws Exception {
        List<Prediction> fresh = new ArrayList<>();
        for (int hour = 0; hour < 24; hour++) {
            fresh.add(new Prediction(
                    begin.plusDays(day).plusHours(hour), "", day % 5 + hour + 1, "d" + day + "h" + hour));
        }
        assertEquals(24, ingest.store(version, fresh, null).stored());
        all.addAll(fresh);
        List<Outcome> told = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Prediction one = all.get(i);
            if (one.outcome() == null && one.predictedAt().isBefore(begin.plusDays(day - 6L))) {
                told.add(Outcome.of(one.key(), one.result() + day % 3));
                all.set(i, one.with(one.result() + day % 3, begin));
            }
        }
        assertEquals(told.size(), ingest.outcomes(version, told).stored());
        refresh();
    }

    private void compress() throws Exception {
        sql.say("select compress_chunk(c) from show_chunks('predictions', older_than => timestamptz '2021-06-01') c");
    }

    private String policies() throws Exception {
        return sql.ask("select count(*)" + POLICY);
    }

    private static void server(String statement) throws Exception {
        try (Connection connection = DriverManager.getConnection(URL);
                Statement saying = connection.createStatement()) {
            saying.execute(statement);
        }
    }
}
