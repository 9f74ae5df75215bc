package org.hindcast.prediction;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.hindcast.mlmodel.ModelVersion;
import org.hindcast.support.OnTimescale;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** A database that was plain PostgreSQL, and has predictions, before it gets the extension; by the commands of the README. */
@OnTimescale
class LateTimescaleIT extends PredictionDatabase {

    private static final String URL = System.getenv(OnTimescale.URL);
    private static final String NAME =
            "hindcast_late_" + ProcessHandle.current().pid();
    private static final String APPLICATION = NAME + "_app";

    @Override
    DataSource database() throws Exception {
        say(server(), "create database " + NAME);
        DataSource source = as(NAME);
        say(superuser(), "grant all on schema public to " + NAME);
        say(superuser(), "create extension pg_trgm");
        return source;
    }

    @Override
    DataSource application() throws Exception {
        return as(APPLICATION);
    }

    private static DataSource as(String role) throws Exception {
        say(server(), "create role " + role + " login password '" + role + "'");
        PGSimpleDataSource source = superuser();
        source.setUser(role);
        source.setPassword(role);
        return source;
    }

    @Override
    void forget() throws Exception {
        say(server(), "drop database " + NAME + " with (force)");
        say(server(), "drop role " + NAME + ", " + APPLICATION);
    }

    @Test
    void is_converted_by_one_command_and_answers_as_before() throws Exception {
        ModelVersion version = version();
        List<Prediction> all = random(900);
        ingest.store(version, all, null);
        refresh();
        assertEquals("r", kind("predictions_daily"));
        assertEquals(
                "A superuser must first say: create extension timescaledb. Predictions stay an ordinary table.",
                sql.ask("select hindcast_use_timescaledb()"));
        say(server(), "alter database " + NAME + " owner to " + NAME);
        assertEquals("Predictions are a hypertable now.", sql.ask("select hindcast_use_timescaledb()"));
        assertEquals("v", kind("predictions_daily"));
        Expected.of(all).assertNear(scores.scores(version));
        refresh();
        assertEquals("0", sql.ask("select count(*) from prediction_changes"));
        Expected.of(all).assertNear(scores.scores(version));
        sql.say("select compress_chunk(c) from show_chunks('predictions') c");
        Prediction first = all.get(0);
        all.set(0, first.with(first.result() + 5, START));
        assertEquals(
                1,
                ingest.outcomes(version, List.of(Outcome.of(first.key(), first.result() + 5)))
                        .stored());
        Expected.of(all).assertNear(scores.scores(version));
    }

    private String kind(String table) throws Exception {
        return sql.ask("select relkind from pg_class where relname = ?", table);
    }

    private static PGSimpleDataSource superuser() {
        PGSimpleDataSource source = server();
        source.setDatabaseName(NAME);
        return source;
    }

    private static PGSimpleDataSource server() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(URL);
        return source;
    }

    private static void say(DataSource source, String statement) throws Exception {
        try (Connection connection = source.getConnection();
                Statement saying = connection.createStatement()) {
            saying.execute(statement);
        }
    }
}
