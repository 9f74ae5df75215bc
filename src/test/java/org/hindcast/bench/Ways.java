package org.hindcast.bench;

import de.bytefish.pgbulkinsert.PgBulkInsert;
import de.bytefish.pgbulkinsert.mapping.AbstractMapping;
import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hindcast.support.LocalDatabase;
import org.postgresql.PGConnection;

/**
 * Three ways of many rows into the table of predictions, each batch a transaction of its own: COPY as text, {@code unnest} of
 * arrays, and PgBulkInsert, which copies in binary. By turns, so that all find the same table and the same machine.
 */
final class Ways {

    private static final int ROUNDS = 5;
    private static final List<Integer> BATCHES = List.of(1, 100, 1_000, 10_000);
    private static final int LEAST_BATCHES = 10;
    private static final int ROWS = 20_000;
    private static final ZonedDateTime BEGIN = ZonedDateTime.of(2000, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);
    private static final String UNNEST = "insert into predictions (model_version_id, predicted_at, input_data, result) "
            + "select 1, * from unnest(cast(? as timestamptz[]), cast(? as text[]), cast(? as double precision[]))";

    private final String database;
    private final PgBulkInsert<Line> binary = new PgBulkInsert<>(new Mapping());
    private long row;

    Ways(String database) {
        this.database = database;
    }

    void measure() throws SQLException, IOException {
        Bench.SCREEN.printf(
                "%nWays into the table, rows a second, one connection%n%n%-20s %12s %12s %12s%n",
                "", "COPY", "unnest", "PgBulkInsert");
        try (Connection connection = DriverManager.getConnection(database, LocalDatabase.NAME, LocalDatabase.NAME)) {
            for (int batch : BATCHES) {
                Map<Way, List<Double>> rates = rates(connection, batch);
                Object[] medians = rates.values().stream().map(Ways::median).toArray();
                Bench.SCREEN.printf("batches of %-9s", "%,d".formatted(batch));
                Bench.SCREEN.printf(" %,12.0f %,12.0f %,12.0f%n", medians);
            }
        }
    }

    private Map<Way, List<Double>> rates(Connection connection, int batch) throws SQLException, IOException {
        Map<Way, List<Double>> rates = new LinkedHashMap<>();
        List<Way> ways = List.of(Ways::copied, Ways::unnested, (c, lines) -> binary.saveAll(pg(c), lines.stream()));
        for (Way way : ways) {
            rate(connection, way, batch);
            rates.put(way, new ArrayList<>());
        }
        for (int round = 0; round < ROUNDS; round++) {
            for (Way way : ways) {
                rates.get(way).add(rate(connection, way, batch));
            }
        }
        return rates;
    }

    private double rate(Connection connection, Way way, int batch) throws SQLException, IOException {
        int batches = Math.max(LEAST_BATCHES, Math.min(ROWS / batch, 500));
        long nanos = 0;
        for (int i = 0; i < batches; i++) {
            List<Line> lines = lines(batch);
            long begin = System.nanoTime();
            way.store(connection, lines);
            nanos += System.nanoTime() - begin;
        }
        return batches * batch / (nanos / 1e9);
    }

    private List<Line> lines(int count) {
        List<Line> lines = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            row++;
            lines.add(new Line(
                    BEGIN.plusSeconds(row), "{\"station\":\"mlo\",\"last\":400.25}", 400 + row % 1000 / 100.0));
        }
        return lines;
    }

    private static void copied(Connection connection, List<Line> lines) throws SQLException, IOException {
        StringBuilder text = new StringBuilder(lines.size() * 80);
        for (Line line : lines) {
            text.append("1\t").append(line.time.toOffsetDateTime()).append('\t');
            text.append(line.input).append('\t').append(line.result).append('\n');
        }
        pg(connection)
                .getCopyAPI()
                .copyIn(
                        "copy predictions (model_version_id, predicted_at, input_data, result) from stdin",
                        new StringReader(text.toString()));
    }

    private static void unnested(Connection connection, List<Line> lines) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(UNNEST)) {
            Object[] times = lines.stream()
                    .map(l -> l.time.toOffsetDateTime().toString())
                    .toArray();
            insert.setArray(1, connection.createArrayOf("timestamptz", times));
            insert.setArray(
                    2,
                    connection.createArrayOf(
                            "text", lines.stream().map(l -> l.input).toArray()));
            insert.setArray(
                    3,
                    connection.createArrayOf(
                            "float8", lines.stream().map(l -> l.result).toArray()));
            insert.executeUpdate();
        }
    }

    private static PGConnection pg(Connection connection) throws SQLException {
        return connection.unwrap(PGConnection.class);
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    private record Line(ZonedDateTime time, String input, double result) {}

    private interface Way {
        void store(Connection connection, List<Line> lines) throws SQLException, IOException;
    }

    private static final class Mapping extends AbstractMapping<Line> {
        Mapping() {
            super("public", "predictions");
            mapInteger("model_version_id", line -> 1);
            mapTimeStampTz("predicted_at", line -> line.time);
            mapText("input_data", line -> line.input);
            mapDouble("result", line -> line.result);
        }
    }
}
