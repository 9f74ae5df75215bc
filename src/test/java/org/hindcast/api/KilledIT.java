package org.hindcast.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
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
    private static final int KILLS = Integer.getInteger("it.kills", 2);
    private static final ByteArrayOutputStream SAID = new ByteArrayOutputStream();
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private static int port;
    private static EmptyDatabase database;
    private static LocalServer server;
    private static String token;

    @BeforeAll
    static void start() throws Exception {
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        database = new EmptyDatabase();
        restart();
        token = new Entrance(port).token("admin", PASSWORD);
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
            restart();
            assertEquals("{\"stored\":" + MANY + ",\"existing\":0}", post(body).body());
            assertEquals("{\"stored\":0,\"existing\":" + MANY + "}", post(body).body());
            assertEquals(MANY, count("key like '" + key + "%'"));
        }
        assertEquals(7, count("key like 'before%'"), "What was acknowledged is there");
    }

    @Test
    @DisplayName("SEC-22: bodies of 60 MB, four at once, are stored within 256 MB of heap")
    void large_bodies_need_little_memory() throws Exception {
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

    private static void restart() throws Exception {
        server = LocalServer.start(
                Path.of(System.getProperty("it.config")).getParent(),
                port,
                settings(),
                new PrintStream(SAID, true),
                "-Xmx256m");
        assertTrue(server.awaitReady(PATIENCE), SAID.toString());
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
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/" + PATH))
                .timeout(Duration.ofMinutes(3))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", Program.NDJSON)
                .POST(BodyPublishers.ofString(body))
                .build();
        return CLIENT.send(request, BodyHandlers.ofString());
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
        while (!telling.isDone() && storing("xact_start < now() - interval '200 milliseconds'") == 0) {
            Thread.sleep(5);
        }
    }

    private static void awaitQuiet() throws Exception {
        while (storing("true") > 0) {
            Thread.sleep(20);
        }
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
