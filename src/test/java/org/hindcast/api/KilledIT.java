package org.hindcast.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.hindcast.support.Await;
import org.hindcast.support.EmptyDatabase;
import org.hindcast.support.Entrance;
import org.hindcast.support.LocalDatabase;
import org.hindcast.support.LocalServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A server of its own with little memory, which is killed while it stores. */
class KilledIT {

    private static final String PASSWORD = "a password for killing only";
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final String PATH = "api/v1/models/1/versions/1/predictions";
    private static final int MANY = 200_000;
    private static final int AT_ONCE = 4;
    private static final int CROWD = Integer.getInteger("it.crowd", 10);
    private static final int KILLS = Integer.getInteger("it.kills", 1);
    private static final ByteArrayOutputStream SAID = new ByteArrayOutputStream();
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private static int port;
    private static EmptyDatabase database;
    private static LocalServer server;
    private static String given;
    private static String token;

    @BeforeAll
    static void choose() throws Exception {
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        database = new EmptyDatabase();
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
        database.close();
    }

    @Test
    @DisplayName(
            "SEC-6: after kill -9 in mid-batch all of it is there or nothing, and the same keys again double nothing")
    void a_killed_server_leaves_a_batch_wholly_or_not_at_all() throws Exception {
        run("-Xmx256m");
        assertEquals(
                "{\"stored\":7,\"existing\":0}",
                post(Answers.keyed(7, "before")).body());
        for (int kill = 0; kill < KILLS; kill++) {
            String key = "killed" + kill + ".";
            String body = Answers.keyed(MANY, key);
            long before = count("true");
            CompletableFuture<HttpResponse<String>> telling = CompletableFuture.supplyAsync(() -> posted(body));
            awaitStoring(telling);
            ProcessHandle.of(server.pid()).orElseThrow().destroyForcibly();
            assertTrue(telling.handle((answer, failure) -> failure != null).get(), "It was not acknowledged");
            awaitQuiet();
            assertEquals(before, count("true"), "Nothing of it is there");
            assertEquals(0, number("select count(*) from prediction_keys where key like '" + key + "%'"));
            server.close();
            start("-Xmx256m");
            assertEquals("{\"stored\":" + MANY + ",\"existing\":0}", post(body).body());
            assertEquals("{\"stored\":0,\"existing\":" + MANY + "}", post(body).body());
            assertEquals(MANY, count("key like '" + key + "%'"));
        }
        assertEquals(7, count("key like 'before%'"), "What was acknowledged is there");
    }

    @Test
    @DisplayName("SEC-22: bodies of 60 MB, four at once, are stored within 256 MB of heap")
    void large_bodies_need_little_memory() throws Exception {
        run("-Xmx256m");
        String row =
                "{\"predictedAt\":\"2026-01-01T00:00:00Z\",\"input\":\"" + "x".repeat(1_000) + "\",\"result\":1}\n";
        String body = row.repeat(60_000_000 / row.length());
        long before = count("true");
        List<CompletableFuture<HttpResponse<String>>> tellings = new ArrayList<>();
        for (int i = 0; i < AT_ONCE; i++) {
            tellings.add(CompletableFuture.supplyAsync(() -> posted(body)));
        }
        for (CompletableFuture<HttpResponse<String>> telling : tellings) {
            assertEquals(200, telling.get().statusCode(), telling.get().body());
        }
        assertEquals(AT_ONCE * (60_000_000L / row.length()), count("true") - before);
        assertTrue(!SAID.toString().contains("OutOfMemoryError"), SAID.toString());
    }

    @Test
    @DisplayName("SEC-22: fifty at once beyond each limit are refused")
    void fifty_at_once_beyond_each_limit_are_refused() throws Exception {
        run("-Xmx256m");
        String form = "application/x-www-form-urlencoded";
        String record = "{\"name\":\"" + "x".repeat(1_100_000) + "\"}";
        assertEquals(Set.of(413), fifty("api/v1/projects", Program.JSON, record));
        assertEquals(Set.of(400), fifty("api/v1/projects", Program.JSON, "{\"a\":".repeat(100_000)));
        assertEquals(Set.of(400), fifty(PATH, Program.JSON, "{\"input\":" + "[".repeat(100_000)));
        assertEquals(Set.of(413), fifty("signin", form, "a=1" + "&a=1".repeat(1_000)));
    }

    @Test
    @DisplayName("SEC-22: bodies of more than 64 MB, fifty at once with -Dit.crowd=50, are refused within 1 GB of heap")
    void many_large_bodies_at_once_are_refused() throws Exception {
        run("-Xmx1g");
        byte[] row =
                Answers.keyed(1, "large").replace("i0", "x".repeat(900_000)).getBytes(StandardCharsets.UTF_8);
        long before = count("true");
        BodyPublisher body = BodyPublishers.ofByteArrays(Collections.nCopies(80, row));
        assertEquals(Set.of(413), told(CROWD, PATH, Program.NDJSON, () -> body), SAID::toString);
        assertEquals(before, count("true"));
        assertTrue(!SAID.toString().contains("OutOfMemoryError"), SAID.toString());
    }

    private static Set<Integer> fifty(String path, String type, String body) throws Exception {
        return told(50, path, type, () -> BodyPublishers.ofString(body));
    }

    /** What so many are told who send that at once. */
    private static Set<Integer> told(int crowd, String path, String type, Supplier<BodyPublisher> body)
            throws Exception {
        List<CompletableFuture<HttpResponse<String>>> all = new ArrayList<>();
        for (int i = 0; i < crowd; i++) {
            all.add(CLIENT.sendAsync(request(path, type, body.get()), BodyHandlers.ofString()));
        }
        Set<Integer> told = new TreeSet<>();
        for (CompletableFuture<HttpResponse<String>> one : all) {
            told.add(one.get().statusCode());
        }
        return told;
    }

    private static HttpRequest request(String path, String type, BodyPublisher body) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/" + path))
                .timeout(Duration.ofMinutes(3))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", type)
                .POST(body)
                .build();
    }

    /** Goes on with the server of the test before, where it has as much memory. */
    private static void run(String memory) throws Exception {
        if (!memory.equals(given)) {
            if (server != null) {
                server.close();
            }
            start(memory);
        }
    }

    private static void start(String memory) throws Exception {
        given = memory;
        server = LocalServer.start(
                Path.of(System.getProperty("it.config")).getParent(),
                port,
                settings(),
                new PrintStream(SAID, true),
                memory);
        assertTrue(server.awaitReady(PATIENCE), SAID.toString());
        token = token == null ? new Entrance(port).token("admin", PASSWORD) : token;
    }

    private static Map<String, String> settings() {
        return Map.of(
                "HINDCAST_MODE",
                "development",
                "HINDCAST_DEMO",
                "true",
                "HINDCAST_PORT",
                Integer.toString(port),
                "HINDCAST_ADMIN_PASSWORD",
                PASSWORD,
                "HINDCAST_DATABASE_URL",
                database.url(),
                "HINDCAST_DATABASE_USER",
                LocalDatabase.NAME,
                "HINDCAST_DATABASE_PASSWORD",
                LocalDatabase.NAME);
    }

    private static HttpResponse<String> post(String body) throws Exception {
        return CLIENT.send(request(PATH, Program.NDJSON, BodyPublishers.ofString(body)), BodyHandlers.ofString());
    }

    private static HttpResponse<String> posted(String body) {
        try {
            return post(body);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Until some of it is in the database, and not all. */
    private static void awaitStoring(CompletableFuture<?> telling) throws Exception {
        Await.until(() -> telling.isDone() || storing("xact_start < now() - interval '200 milliseconds'") > 0);
    }

    private static void awaitQuiet() throws Exception {
        Await.until(() -> storing("true") == 0);
    }

    private static long storing(String condition) throws Exception {
        return number(
                "select count(*) from pg_stat_activity where datname = current_database() and query ilike '%incoming_predictions%'"
                        + " and pid <> pg_backend_pid() and xact_start is not null and " + condition);
    }

    private static long count(String condition) throws Exception {
        return number("select count(*) from predictions where model_version_id = "
                + "(select id from model_versions where model_id = 1 and number = 1) and " + condition);
    }

    private static long number(String sql) throws Exception {
        try (Connection connection = database.source().getConnection();
                var rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
