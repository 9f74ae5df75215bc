package org.hindcast.support;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A server of its own, from its first moment on. */
class StartIT {

    private static final Path PROJECT = Path.of(System.getProperty("it.config")).getParent();
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final String REFUSED =
            "Hindcast cannot start: HINDCAST_SECRET is missing. Set it to at least 32 random characters: openssl rand -base64 48";
    private static final Map<String, String> NO_SECRET =
            Map.of("HINDCAST_MODE", "production", "HINDCAST_SECRET", "", "HINDCAST_PASSWORD_ITERATIONS", "600000");

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @Test
    @DisplayName("S0-03 S2-48: without a secret the WAR refuses to be deployed, and one line says why")
    void production_needs_a_secret() throws Exception {
        try (LocalServer server = start(freePort(), NO_SECRET)) {
            assertFalse(server.awaitReady(PATIENCE));
        }
        List<String> lines = said.toString()
                .lines()
                .filter(line -> line.startsWith("Hindcast cannot start"))
                .toList();
        assertEquals(List.of(REFUSED), lines, said.toString());
    }

    @Test
    @DisplayName("S0-03 S2-48: the README's command and the container's end with 1, and say that line and no other")
    void a_launcher_ends_where_a_setting_is_wrong() throws Exception {
        String readme = Files.readString(PROJECT.resolve("README.md"));
        int begin = readme.indexOf("java -cp target/classes");
        String command = readme.substring(begin, readme.indexOf("```", begin));
        assertEquals(1, ran(PROJECT, "bash", "-c", command));
        assertEquals(REFUSED, said.toString().strip());

        said.reset();
        Path container = Files.createDirectories(PROJECT.resolve("target/container"));
        Files.copy(PROJECT.resolve("server-config/container/start"), container.resolve("start"), REPLACE_EXISTING);
        Files.deleteIfExists(container.resolve("classes"));
        Files.createSymbolicLink(container.resolve("classes"), PROJECT.resolve("target/classes"));
        assertEquals(1, ran(container, "bash", "start"));
        assertEquals(REFUSED, said.toString().strip());
    }

    @Test
    @DisplayName("S0-13: nothing but the health is served before the tables are there")
    void nobody_is_let_in_before_the_tables_are_there() throws Exception {
        try (EmptyDatabase database = new EmptyDatabase()) {
            int port = freePort();
            Map<String, String> settings = Map.of("HINDCAST_DATABASE_URL", database.url(), "HINDCAST_DEMO", "false");
            try (Connection other = database.source().getConnection();
                    LocalServer server = start(port, settings)) {
                // What nobody else may finish before it is decided keeps the first script waiting.
                other.setAutoCommit(false);
                other.createStatement().execute("create table users (id integer)");
                await(() -> status(port, "health/live") == 200);
                assertNobodyIsLetIn(port);
                other.rollback();
                assertTrue(server.awaitReady(PATIENCE), said.toString());
                assertEquals(200, status(port, "signin"));
                assertEquals(303, status(port, "models"));
            }
        }
    }

    private static void assertNobodyIsLetIn(int port) throws IOException {
        for (String path : List.of("health/ready", "healthcheck/", "signin", "models", "api/v1/users")) {
            assertEquals(503, status(port, path), path);
        }
    }

    private LocalServer start(int port, Map<String, String> settings) throws IOException {
        Map<String, String> environment = new HashMap<>(settings);
        environment.put("HINDCAST_PORT", Integer.toString(port));
        return LocalServer.start(PROJECT, port, environment, new PrintStream(said, true));
    }

    private int ran(Path folder, String... command) throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().putAll(NO_SECRET);
        Process process = builder.start();
        process.getInputStream().transferTo(said);
        return process.waitFor();
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.call()) {
            assertTrue(System.nanoTime() < deadline, "It took too long");
            Thread.sleep(100);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** The status of an answer, 0 when there is none. */
    private static int status(int port, String path) throws IOException {
        HttpURLConnection request = (HttpURLConnection)
                URI.create("http://127.0.0.1:" + port + "/" + path).toURL().openConnection();
        request.setInstanceFollowRedirects(false);
        try {
            return request.getResponseCode();
        } catch (IOException notYet) {
            return 0;
        }
    }
}
