package org.hindcast.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.hindcast.support.LocalDatabase;

/**
 * Predictions by REST, one by one and in batches, beside {@code psql \copy} of the same rows into the same table. The database
 * keeps what it acknowledged, as in production.
 */
final class Ingest {

    private static final int CLIENTS = 4;
    private static final double SHARE_OF_COPY = 0.5;
    private static final int ROUNDS = 5;
    private static final int LARGE = 10_000;
    private static final int LARGE_BATCHES = 10;

    /** Rows a second of Flask, SQLAlchemy's bulk insert and gunicorn on two cores with PostgreSQL beside them. */
    private static final double ONE = 710;

    private static final double HUNDRED = 42_800;
    private static final double THOUSAND = 80_000;

    /** About so many rows a second by the size of a batch: so much work is made ready. */
    private static final Map<Integer, Integer> EXPECTED = Map.of(1, 1_500, 100, 80_000, 1_000, 160_000);

    private final int port;
    private final String token;
    private final String database;
    private final Copy copy;
    private final AtomicLong row = new AtomicLong();

    Ingest(int port, String token, String database) {
        this.port = port;
        this.token = token;
        this.database = database;
        this.copy = new Copy(database);
    }

    void measure() throws Exception {
        long seconds = Long.getLong("bench.seconds", 5);
        rate(1, 16 * seconds, false);
        rate(100, 4 * seconds, false);
        rate(1000, 2 * seconds, true);
        clear(); // else the sums of all that are made while the first is measured
        rate(1, 4 * seconds, false);
        Bench.SCREEN.printf(
                "%nPredictions by REST, rows a second, %d clients%n%n%-24s %12s %12s%n",
                CLIENTS, "", "rows/s", "x Flask");
        print("one by one", rate(1, seconds, false), ONE);
        print("one by one, with keys", rate(1, seconds, true), ONE);
        print("batches of 100", rate(100, seconds, false), HUNDRED);
        print("batches of 100, keys", rate(100, seconds, true), HUNDRED);
        print("batches of 1,000", rate(1_000, seconds, false), THOUSAND);
        print("batches of 1,000, keys", rate(1_000, seconds, true), THOUSAND);
        besideCopy(false);
        besideCopy(true);
    }

    private static void print(String what, double rate, double flask) {
        Bench.SCREEN.printf(
                "%-24s %,12.0f %12.1f  %s%n", what, rate, rate / flask, rate >= 2 * flask ? "good" : "SLOW");
    }

    /**
     * Rows a second by several clients, each with its own rows. What they send was written before: who asks shares the processors
     * with who is measured.
     */
    private double rate(int batch, long seconds, boolean keys) throws Exception {
        long expected = seconds * EXPECTED.get(batch) / CLIENTS / batch;
        List<Callable<Void>> work = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            List<byte[]> bodies =
                    Stream.generate(() -> json(batch, keys)).limit(expected).toList();
            work.add(() -> send(bodies));
        }
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        long begin = System.nanoTime();
        for (Future<Void> client : clients.invokeAll(work)) {
            client.get();
        }
        double taken = (System.nanoTime() - begin) / 1e9;
        clients.shutdown();
        return expected * CLIENTS * batch / taken;
    }

    private Void send(List<byte[]> bodies) throws IOException {
        try (Post post = new Post(port, "/api/v1/models/1/versions/1/predictions", "application/x-ndjson", token)) {
            for (byte[] body : bodies) {
                post.send(body);
            }
        }
        return null;
    }

    /** The same rows by turns, so that both find the same table and the same machine. */
    private void besideCopy(boolean keys) throws Exception {
        List<Double> copied = new ArrayList<>();
        List<Double> told = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            long first = row.get();
            List<byte[]> batches = new ArrayList<>();
            for (int i = 0; i < LARGE_BATCHES; i++) {
                batches.add(json(LARGE, keys));
            }
            Path file = table(first, LARGE * LARGE_BATCHES, keys);
            copied.add(copy(file, keys));
            Files.delete(file);
            told.add(told(batches));
        }
        double rest = median(told);
        double plain = median(copied);
        Bench.SCREEN.printf(
                "%nBatches of %,d%s, one client: %,.0f rows/s; %s of the same rows: %,.0f rows/s; ratio %.2f, wanted %.1f  %s%n",
                LARGE,
                keys ? " with keys" : "",
                rest,
                copy.tool(),
                plain,
                rest / plain,
                SHARE_OF_COPY,
                rest >= SHARE_OF_COPY * plain ? "good" : "SLOW");
    }

    private double told(List<byte[]> batches) throws IOException {
        long begin = System.nanoTime();
        send(batches);
        return LARGE * LARGE_BATCHES / ((System.nanoTime() - begin) / 1e9);
    }

    private double copy(Path file, boolean keys) throws Exception {
        String columns = "model_version_id, predicted_at, input_data, result" + (keys ? ", key" : "");
        return LARGE * LARGE_BATCHES / copy.seconds(file, columns);
    }

    private Path table(long first, int rows, boolean keys) throws IOException {
        StringBuilder table = new StringBuilder();
        for (long i = first; i < first + rows; i++) {
            table.append("1,")
                    .append(time(i))
                    .append(",\"{\"\"station\"\":\"\"mlo\"\",\"\"last\"\":")
                    .append(last(i))
                    .append("}\",")
                    .append(last(i));
            table.append(keys ? ",copied-" + i + "\n" : "\n");
        }
        Path file = Files.createTempFile("rows", ".csv");
        return Files.writeString(file, table);
    }

    private byte[] json(int rows, boolean keys) {
        long first = row.getAndAdd(rows);
        StringBuilder text = new StringBuilder(rows * 110);
        for (long i = first; i < first + rows; i++) {
            text.append("{\"predictedAt\":\"").append(time(i)).append("\",\"input\":{\"station\":\"mlo\",\"last\":");
            text.append(last(i)).append("},\"result\":").append(last(i));
            text.append(keys ? ",\"key\":\"key-" + i + "\"}\n" : "}\n");
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** A row a second from 2020 on. */
    private static String time(long i) {
        return Instant.ofEpochSecond(1_577_836_800L + i).toString();
    }

    private static double last(long i) {
        return 400 + i % 1000 / 100.0;
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    /** Makes room: what came before would only be in the way. */
    void clear() throws SQLException {
        try (Connection connection = DriverManager.getConnection(database, LocalDatabase.NAME, LocalDatabase.NAME);
                Statement statement = connection.createStatement()) {
            statement.execute("truncate predictions, prediction_keys, prediction_changes");
        }
    }
}
