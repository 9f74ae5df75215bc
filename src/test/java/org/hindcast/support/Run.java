package org.hindcast.support;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * {@code ./mvnw -Prun}: Hindcast on this machine, with a database and a server of its own.
 *
 * <p>Everything it keeps lies in {@code data/}, unless another folder is named. It ends with Ctrl-C or SIGTERM: the server
 * first, then the database.
 */
public final class Run {

    private static final PrintStream SCREEN = System.out;
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration PATIENCE_WITH_DATABASE = Duration.ofMinutes(1);

    private final Path project;
    private final Path data;
    private final int port;
    private LocalDatabase database;
    private LocalServer server;

    private Run(Path project, Path data, int port) {
        this.project = project;
        this.data = data;
        this.port = port;
    }

    /** @param arguments the folder of the project and, if it is to be another than {@code data/}, that of the data */
    public static void main(String[] arguments) throws Exception {
        int port = Integer.parseInt(System.getenv().getOrDefault("HINDCAST_PORT", "8080"));
        if (isTaken(port)) {
            SCREEN.printf("Port %d is taken. Choose another one: HINDCAST_PORT=%d ./mvnw -Prun%n", port, port + 1);
            System.exit(1);
        }
        Path project = Path.of(arguments[0]).toAbsolutePath();
        Run run = new Run(project, project.resolve(arguments.length > 1 ? arguments[1] : "data"), port);
        Runtime.getRuntime().addShutdownHook(new Thread(run::stop, "stop"));
        System.exit(run.untilItEnds());
    }

    private int untilItEnds() throws Exception {
        Files.createDirectories(data);
        Map<String, String> environment = environment(data);
        if (System.getenv("HINDCAST_DATABASE_URL") == null) {
            startDatabase(environment);
        }
        if (!LocalServer.accepts(project, environment)) {
            return 1;
        }
        Optional<String> problem = new RemoteDatabase(all(environment)).problem(PATIENCE_WITH_DATABASE, SCREEN);
        if (problem.isPresent()) {
            SCREEN.println("Hindcast cannot start: " + problem.get());
            return 1;
        }
        startServer(environment);
        if (!server.awaitReady(PATIENCE)) {
            SCREEN.println("Hindcast did not become ready: the lines above say why.");
            return 1;
        }
        SCREEN.printf("%nHindcast is ready: http://localhost:%d/   (Ctrl-C stops it)%n%n", port);
        return server.awaitEnd();
    }

    private synchronized void startDatabase(Map<String, String> environment)
            throws IOException, SQLException, InterruptedException {
        SCREEN.println("Starting PostgreSQL in " + project.relativize(data) + "/ ...");
        database = LocalDatabase.keptIn(data.resolve("postgresql"));
        environment.put("HINDCAST_DATABASE_URL", database.url());
        environment.put("HINDCAST_DATABASE_USER", LocalDatabase.APPLICATION);
        environment.put("HINDCAST_DATABASE_PASSWORD", LocalDatabase.APPLICATION);
        environment.put("HINDCAST_SCHEMA_USER", LocalDatabase.NAME);
        environment.put("HINDCAST_SCHEMA_PASSWORD", LocalDatabase.NAME);
    }

    private synchronized void startServer(Map<String, String> environment) throws IOException {
        SCREEN.println("Starting Hindcast ...");
        server = LocalServer.start(project, port, environment);
    }

    private static Map<String, String> all(Map<String, String> added) {
        Map<String, String> all = new HashMap<>(System.getenv());
        all.putAll(added);
        return all;
    }

    /** What a person's own environment leaves open. */
    private static Map<String, String> environment(Path data) throws IOException {
        Map<String, String> environment = new HashMap<>();
        environment.put("HINDCAST_ADDRESS", "127.0.0.1");
        environment.put("HINDCAST_MODE", "development");
        environment.put("HINDCAST_DEMO", "true");
        environment.put("HINDCAST_SECRET", LocalSecret.keptIn(data.resolve("secret")));
        environment.keySet().removeAll(System.getenv().keySet());
        return environment;
    }

    private synchronized void stop() {
        if (server != null) {
            SCREEN.println("Stopping ...");
            server.close();
        }
        if (database != null) {
            database.close();
        }
    }

    private static boolean isTaken(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return false;
        } catch (IOException taken) {
            return true;
        }
    }
}
