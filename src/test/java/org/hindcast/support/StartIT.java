package org.hindcast.support;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

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

    @ParameterizedTest
    @DisplayName(
            "S0-03 S0-05 S2-48: the README's command and the container's end with 1, and say one line and no other")
    @MethodSource("refusals")
    void a_launcher_ends_where_a_start_makes_no_sense(Map<String, String> settings, String line) throws Exception {
        String readme = Files.readString(PROJECT.resolve("README.md"));
        int begin = readme.indexOf("java -cp target/classes");
        String command = readme.substring(begin, readme.indexOf("```", begin));
        assertEquals(1, ran(PROJECT, settings, command));
        assertEquals(line, said.toString().strip());

        said.reset();
        Path container = Files.createDirectories(PROJECT.resolve("target/container"));
        Files.copy(PROJECT.resolve("server-config/container/start"), container.resolve("start"), REPLACE_EXISTING);
        for (String part : List.of("classes", "server/postgresql.jar")) {
            Path link = container.resolve(Path.of(part).getFileName());
            Files.deleteIfExists(link);
            Files.createSymbolicLink(link, PROJECT.resolve("target").resolve(part));
        }
        assertEquals(1, ran(container, settings, "bash start"));
        assertEquals(line, said.toString().strip());
    }

    static List<Arguments> refusals() {
        Map<String, String> lost = Map.of(
                "HINDCAST_DATABASE_URL", "jdbc:postgresql://127.0.0.1:1/hindcast", "HINDCAST_DATABASE_WAIT", "1");
        Map<String, String> none = Map.of(
                "HINDCAST_DATABASE_URL", System.getenv("HINDCAST_DATABASE_URL").replaceFirst("[^/]*$", "none"));
        Map<String, String> odd = Map.of("HINDCAST_DATABASE_URL", "postgres://localhost/hindcast");
        return List.of(
                Arguments.of(NO_SECRET, REFUSED),
                Arguments.of(lost, "Hindcast cannot start: nobody listens at 127.0.0.1:1 (HINDCAST_DATABASE_URL)."),
                Arguments.of(
                        none,
                        "Hindcast cannot start: the database does not let hindcast_app in: FATAL: database \"none\" does not exist"),
                Arguments.of(
                        odd,
                        "Hindcast cannot start: HINDCAST_DATABASE_URL must be like jdbc:postgresql://host:5432/hindcast."));
    }

    private LocalServer start(int port, Map<String, String> settings) throws IOException {
        Map<String, String> environment = new HashMap<>(settings);
        environment.put("HINDCAST_PORT", Integer.toString(port));
        return LocalServer.start(PROJECT, port, environment, new PrintStream(said, true));
    }

    private int ran(Path folder, Map<String, String> settings, String command)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("bash", "-c", command)
                .directory(folder.toFile())
                .redirectErrorStream(true);
        builder.environment().putAll(settings);
        Process process = builder.start();
        process.getInputStream().transferTo(said);
        return process.waitFor();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
