package org.hindcast.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import org.hindcast.bench.Load.Result;

/**
 * A registry of 2,000 models with few predictions and with many: the chart of a version over everything, the list of models, and
 * the bytes that a prediction takes. One version has three predictions of five, over five years; the others share the rest.
 */
final class History {

    private static final int MODELS = 2_000;
    private static final int FEW = 50_000;
    private static final int MANY = Integer.getInteger("bench.predictions", 5_000_000);
    private static final int WARMING = 60;
    private static final int TIMES = 40;
    private static final double MOST = 3;

    private static final String ADD_MODELS = """
            with made as (
              insert into models (name, owner_id)
              select 'model ' || n, (select id from users where username = 'admin') from generate_series(1, %d) n
              returning id, owner_id)
            insert into model_versions (model_id, number, accuracy, created_by) select id, 1, random(), owner_id from made
            """;
    private static final String LINK = "update models m set latest_version_id = v.id from model_versions v "
            + "where v.model_id = m.id and m.name like 'model %'";
    private static final String COLUMNS =
            "insert into predictions (model_version_id, predicted_at, input_data, result, outcome, outcome_at) ";
    private static final String VALUES =
            "'{\"station\":\"mlo\",\"last\":' || 400 + n %% 997 / 100.0 || '}', 400 + n %% 997 / 100.0, 400 + n %% 991 / 100.0, at + interval '7 days' ";
    private static final String ADD_LONG = COLUMNS + "select %1$d, at, " + VALUES
            + "from (select n, timestamptz '2020-01-01Z' + n * (interval '1826 days' / %2$d) as at from generate_series(0, %2$d - 1) n) s";
    private static final String ADD_SHORT = COLUMNS + "select v.id, at, " + VALUES
            + "from model_versions v cross join (select n, timestamptz '2024-01-01Z' + n * (interval '20 days' / %2$d) as at "
            + "from generate_series(0, %2$d - 1) n) s where v.id > %1$d";
    private static final String CHANGED = "insert into prediction_changes (model_version_id, day) "
            + "select distinct model_version_id, date_trunc('day', predicted_at, 'UTC') from predictions";
    private static final String SIZE_PLAIN = "pg_total_relation_size('predictions')";
    private static final String SIZE_HYPERTABLE = "hypertable_size('predictions')";

    private final Load load;
    private final Connection connection;
    private final boolean timescale;
    private final int model;
    private final int version;
    private int there;

    History(Load load, String url, String user) throws SQLException {
        this.load = load;
        connection = DriverManager.getConnection(url, user, user);
        timescale = ask("select hindcast_has_timescaledb()").equals("t");
        say("truncate predictions, prediction_keys");
        say(ADD_MODELS.formatted(MODELS));
        say(LINK);
        version = Integer.parseInt(ask("select min(latest_version_id) from models where name like 'model %'"));
        model = Integer.parseInt(ask("select model_id from model_versions where id = " + version));
    }

    void measure() throws Exception {
        Bench.SCREEN.printf("%n%s, %,d models%n", timescale ? "TimescaleDB" : "Plain PostgreSQL", MODELS);
        fill(FEW);
        Map<String, Double> few = ask();
        Bench.SCREEN.printf("Adding predictions until there are %,d ...%n", MANY);
        fill(MANY);
        Map<String, Double> many = ask();
        Bench.SCREEN.printf(
                "%n%-40s %10s %10s %7s%n", "p50 of " + TIMES + ", one at a time", "few, ms", "many, ms", "ratio");
        few.forEach((question, before) -> print(question, before, many.get(question)));
        storage();
        connection.close();
    }

    private static void print(String question, double few, double many) {
        Bench.SCREEN.printf(
                "%-40s %10.1f %10.1f %7.2f  %s%n",
                question, few, many, many / few, many <= MOST * few ? "good" : "SLOW");
    }

    private void storage() throws SQLException {
        Bench.SCREEN.printf("%nBytes per prediction, indexes included: %.1f%n", bytes());
        if (timescale) {
            say("select compress_chunk(c, true) from show_chunks('predictions') c");
            Bench.SCREEN.printf("Bytes per prediction, compressed: %.1f%n", bytes());
            say("vacuum analyze");
        }
    }

    private double bytes() throws SQLException {
        return Double.parseDouble(ask("select " + (timescale ? SIZE_HYPERTABLE : SIZE_PLAIN))) / there;
    }

    private void fill(int many) throws SQLException {
        int more = many - there;
        say(ADD_LONG.formatted(version, more / 5 * 3));
        say(ADD_SHORT.formatted(version, more / 5 * 2 / (MODELS - 1)));
        say(CHANGED);
        while (!ask("select count(*) from prediction_changes").equals("0")) {
            say("call refresh_predictions()");
        }
        say("vacuum analyze");
        there = Integer.parseInt(ask("select count(*) from predictions"));
    }

    private Map<String, Double> ask() throws IOException {
        Map<String, Double> taken = new LinkedHashMap<>();
        for (String range : new String[] {"all", "1y", "1m"}) {
            String asked = "?id=" + model + "&range=" + range;
            taken.put("model page, " + range, time("/model" + asked));
            taken.put("its charts, " + range, time("/do/series" + asked));
        }
        taken.put("list of models", time("/models"));
        taken.put("list of models, by accuracy", time("/models?sort=-latest.accuracy"));
        return taken;
    }

    private double time(String page) throws IOException {
        load.times(page, WARMING);
        Result result = load.times(page, TIMES);
        if (result.failures() > 0) {
            throw new IllegalStateException(page + " failed");
        }
        return result.p50();
    }

    private void say(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String ask(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
