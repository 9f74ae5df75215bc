package org.hindcast.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.hindcast.support.Entrance;
import org.hindcast.support.LocalDatabase;
import org.hindcast.support.LocalServer;

/**
 * {@code ./mvnw -Pbench}: how fast Hindcast is, as ratios within one run, on a server and a database of its own.
 *
 * <p>It starts both as {@code ./mvnw -Prun} does, but with 512 MB of heap, measures with a thousand people and again with a
 * million, prints what it found, and takes everything away. {@code -Dbench.seconds=5} is how long each page is asked for,
 * {@code -Dbench.people=1000000} how many people there are in the end, {@code -Dbench.only=pages,lists} leaves all other parts
 * out; they are refusals, pages, lists, memory, ingest and history. History measures TimescaleDB too, where
 * {@code HINDCAST_TEST_TIMESCALEDB_URL} names one, with {@code -Dbench.predictions=5000000} predictions in the end.
 */
public final class Bench {

    static final PrintStream SCREEN = System.out;
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int FEW = 1_000;
    private static final int REFUSALS = 50;
    private static final String PASSWORD = "a password for measuring only";

    private static final List<String> OF_PAGES = List.of("refusals", "pages", "lists", "memory");
    private static final List<String> PARTS =
            List.of(System.getProperty("bench.only", "refusals,pages,lists,memory,ingest,history")
                    .split(","));

    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        Path project = Path.of(arguments[0]);
        if (PARTS.stream().anyMatch(OF_PAGES::contains)) {
            pages(project);
        }
        if (PARTS.contains("ingest")) {
            ingest(project);
        }
        if (PARTS.contains("history")) {
            history(project);
        }
        Report.print();
        System.exit(0);
    }

    private static void pages(Path project) throws Exception {
        int port = freePort();
        int databasePort = freePort();
        // where the counting of statements looks for the database
        System.setProperty("it.database.port", Integer.toString(databasePort));
        try (LocalDatabase database = LocalDatabase.forTests(databasePort);
                LocalServer server = started(project, port, database)) {
            measure(database, server, port);
        }
    }

    /** With a database that keeps what it acknowledged. */
    private static void ingest(Path project) throws Exception {
        int port = freePort();
        Path folder = Files.createTempDirectory("hindcast-bench");
        folder.toFile().setReadable(true, false);
        folder.toFile().setExecutable(true, false);
        folder.toFile().setWritable(true, false);
        try (LocalDatabase database = LocalDatabase.keptIn(folder.resolve("postgresql"));
                LocalServer server = started(project, port, database)) {
            String token = new Entrance(port).token("admin", PASSWORD);
            Ingest ingest = new Ingest(port, token, database.url());
            ingest.clear();
            ingest.measure();
            new Ways(database.url()).measure();
        }
    }

    private static void history(Path project) throws Exception {
        try (LocalDatabase database = LocalDatabase.forTests(freePort())) {
            history(project, database.url(), LocalDatabase.NAME);
        }
        if (Timescale.SERVER == null) {
            SCREEN.printf("%nTimescaleDB: not measured, HINDCAST_TEST_TIMESCALEDB_URL names none.%n");
            return;
        }
        try (Timescale database = new Timescale()) {
            history(project, database.url(), database.user());
        }
    }

    private static void history(Path project, String url, String user) throws Exception {
        int port = freePort();
        try (LocalServer server = started(project, port, url, user)) {
            Load load = new Load(port, new Entrance(port).cookie("admin", PASSWORD));
            new History(load, url, user).measure();
        }
    }

    private static LocalServer started(Path project, int port, LocalDatabase database) throws Exception {
        return started(project, port, database.url(), LocalDatabase.NAME);
    }

    /** @param user of the database, and the password */
    private static LocalServer started(Path project, int port, String url, String user) throws Exception {
        LocalServer server = LocalServer.start(project, port, environment(port, url, user), "-Xmx512m");
        if (!server.awaitReady(PATIENCE)) {
            server.close();
            throw new IllegalStateException("Hindcast did not become ready: the lines above say why.");
        }
        return server;
    }

    private static void measure(LocalDatabase database, LocalServer server, int port) throws Exception {
        People people = new People(database.url(), LocalDatabase.NAME);
        people.fill(FEW);
        if (PARTS.contains("refusals")) {
            refusals(new Entrance(port));
        }
        Load load = new Load(port, new Entrance(port).cookie("admin", PASSWORD));
        if (PARTS.contains("pages")) {
            new Pages(load, new Load(port, ""), new Processes(server.pid(), database)).measure();
        }
        if (PARTS.contains("lists")) {
            new Lists(load).measure(people, FEW, Integer.getInteger("bench.people", 1_000_000));
        }
        if (PARTS.contains("memory")) {
            new Crowd(port, PASSWORD).measure(people.some(Crowd.SIZE), server.pid());
        }
    }

    /** SEC-8: by the time that a refusal takes nobody tells whether somebody has an account. */
    private static void refusals(Entrance entrance) throws IOException {
        long[] known = new long[REFUSALS];
        long[] unknown = new long[REFUSALS];
        for (int i = -REFUSALS; i < REFUSALS; i++) {
            // The first half only warms up.
            known[Math.floorMod(i, REFUSALS)] = entrance.refusal("admin");
            unknown[Math.floorMod(i, REFUSALS)] = entrance.refusal("nobody at all");
        }
        Arrays.sort(known);
        Arrays.sort(unknown);
        double ratio = (double) unknown[REFUSALS / 2] / known[REFUSALS / 2];
        Report.add(
                "a refused sign-in, unknown name / wrong password",
                "%.2f".formatted(ratio),
                "0.90 to 1.10",
                ratio >= 0.9 && ratio <= 1.1);
    }

    private static Map<String, String> environment(int port, String url, String user) {
        return Map.of(
                "HINDCAST_ADDRESS",
                "127.0.0.1",
                "HINDCAST_MODE",
                "development",
                "HINDCAST_DEMO",
                "true",
                "HINDCAST_ADMIN_PASSWORD",
                PASSWORD,
                "HINDCAST_PASSWORD_ITERATIONS",
                "1024",
                "HINDCAST_DATABASE_URL",
                url,
                "HINDCAST_DATABASE_USER",
                user,
                "HINDCAST_DATABASE_PASSWORD",
                user);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
