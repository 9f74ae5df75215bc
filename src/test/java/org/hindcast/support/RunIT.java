package org.hindcast.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** {@code ./mvnw -Prun} as a person starts it, reads what it says, stops it and starts it again. */
class RunIT {

    private static final Path PROJECT = Path.of(System.getProperty("it.config")).getParent();
    private static final Path DATA = Path.of(System.getProperty("it.target"), "run");
    private static final Pattern READY = Pattern.compile("Hindcast is ready: (http://localhost:\\d+/) ");
    private static final Pattern PASSWORD = Pattern.compile("(?m)^ +Password +(\\S+)$");
    private static final int ENDED_BY_SIGTERM = 143;
    private static final int SHUT_DOWN = 1;

    @Test
    @DisplayName("S3-03 S0-11 S0-01: one command brings its own database and server, and keeps what they were told")
    void a_second_start_finds_everything_as_it_was_and_a_taken_port_is_told() throws Exception {
        forget();
        int port = freePort();
        String password;
        String token;
        try (Started first = new Started(port)) {
            assertEquals("http://localhost:" + port + "/", first.awaits(READY));
            password = first.awaits(PASSWORD);
            token = new Entrance(port).token(Hindcast.ADMIN, password);
            projects(port, token, "POST", "{\"name\":\"made before\"}");
            first.stopsBoth(port);
        }
        try (Started second = new Started(port)) {
            second.awaits(READY);
            assertFalse(PASSWORD.matcher(second.said).find(), second.said.toString());
            new Entrance(port).cookie(Hindcast.ADMIN, password);
            assertTrue(projects(port, token, "GET", "").body().contains("made before"));
            try (Started third = new Started(port)) {
                assertEquals(1, third.process.waitFor());
                third.reader.join();
                String line = "Port %d is taken. Choose another one: HINDCAST_PORT=%d ./mvnw -Prun";
                assertEquals(
                        line.formatted(port, port + 1), third.said.toString().strip());
            }
            assertTrue(projects(port, token, "GET", "").body().contains("made before"), "the second is not disturbed");
            second.stopsBoth(port);
        }
    }

    @Test
    void the_profile_builds_and_then_runs_this_class_in_this_folder() throws IOException {
        String pom = Files.readString(PROJECT.resolve("pom.xml"));
        String profile = pom.substring(pom.indexOf("<id>run</id>"), pom.indexOf("<id>bench</id>"));
        for (String part : List.of(
                "<defaultGoal>package exec:java</defaultGoal>",
                "<mainClass>" + Run.class.getName() + "</mainClass>",
                "<argument>${project.basedir}</argument>")) {
            assertTrue(profile.contains(part), part);
        }
        assertTrue(Files.readString(PROJECT.resolve("README.md")).contains("```\n./mvnw -Prun\n```"));
    }

    private static HttpResponse<String> projects(int port, String token, String method, String body)
            throws IOException, InterruptedException {
        URI projects = URI.create("http://127.0.0.1:" + port + "/api/v1/projects");
        HttpRequest request = HttpRequest.newBuilder(projects)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body))
                .build();
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
        assertEquals(method.equals("GET") ? 200 : 201, answer.statusCode(), answer.body());
        return answer;
    }

    private static void forget() throws IOException {
        if (Files.exists(DATA)) {
            try (Stream<Path> files = Files.walk(DATA)) {
                files.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            }
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** The launcher in a process of its own, with nothing in its environment but the port. */
    private static final class Started implements AutoCloseable {

        private final StringBuffer said = new StringBuffer();
        private final Process process;
        private final Thread reader;

        Started(int port) throws IOException {
            ProcessBuilder builder = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            Run.class.getName(),
                            PROJECT.toString(),
                            DATA.toString())
                    .redirectErrorStream(true);
            builder.environment().keySet().removeIf(variable -> variable.startsWith("HINDCAST_"));
            builder.environment().putAll(Map.of("HINDCAST_PORT", String.valueOf(port), "HINDCAST_DEMO", "false"));
            process = builder.start();
            reader = new Thread(
                    () -> process.inputReader()
                            .lines()
                            .forEach(line -> said.append(line).append('\n')),
                    "what the launcher says");
            reader.setDaemon(true);
            reader.start();
        }

        /** What the pattern's group says as soon as it was said. */
        String awaits(Pattern pattern) throws InterruptedException {
            long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(5);
            Matcher found = pattern.matcher(said.toString());
            while (!found.find()) {
                assertTrue(process.isAlive() && System.nanoTime() < deadline, said.toString());
                TimeUnit.MILLISECONDS.sleep(100);
                found = pattern.matcher(said.toString());
            }
            return found.group(1);
        }

        /** By one signal: nobody listens any more, and the database was not merely left alone. */
        void stopsBoth(int port) throws Exception {
            Path postgres = DATA.resolve("postgresql");
            int databasePort = Integer.parseInt(
                    Files.readAllLines(postgres.resolve("postmaster.pid")).get(3));
            new Socket(InetAddress.getLoopbackAddress(), databasePort).close();
            process.destroy();
            assertEquals(ENDED_BY_SIGTERM, process.waitFor(), said.toString());
            for (int closed : List.of(port, databasePort)) {
                assertThrows(ConnectException.class, () -> new Socket(InetAddress.getLoopbackAddress(), closed));
            }
            ByteBuffer control = ByteBuffer.wrap(Files.readAllBytes(postgres.resolve("global/pg_control")));
            assertEquals(SHUT_DOWN, control.order(ByteOrder.nativeOrder()).getInt(16), "PostgreSQL's own last word");
            assertTrue(Files.notExists(postgres.resolve("postmaster.pid")));
        }

        @Override
        public void close() {
            process.destroy();
        }
    }
}
