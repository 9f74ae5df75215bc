package org.hindcast.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.hindcast.support.LocalDatabase;
import org.hindcast.support.LocalServer;

/**
 * {@code ./mvnw -Pbench}: how fast Hindcast is, as ratios within one run, on a server and a database of its own.
 *
 * <p>It starts both as {@code ./mvnw -Prun} does, but with 512 MB of heap, measures with a thousand people and again with a
 * million, prints what it found, and takes everything away. {@code -Dbench.seconds=5} is how long each page is asked for,
 * {@code -Dbench.people=1000000} how many people there are in the end.
 */
public final class Bench {

    static final PrintStream SCREEN = System.out;
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int FEW = 1_000;
    private static final String PASSWORD = "a password for measuring only";

    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        int port = freePort();
        int databasePort = freePort();
        // where the counting of statements looks for the database
        System.setProperty("it.database.port", Integer.toString(databasePort));
        try (LocalDatabase database = LocalDatabase.forTests(databasePort);
                LocalServer server =
                        LocalServer.start(Path.of(arguments[0]), port, environment(port, database), "-Xmx512m")) {
            if (!server.awaitReady(PATIENCE)) {
                throw new IllegalStateException("Hindcast did not become ready: the lines above say why.");
            }
            measure(database, server, port);
        }
        System.exit(0);
    }

    private static void measure(LocalDatabase database, LocalServer server, int port) throws Exception {
        People people = new People(database.url(), LocalDatabase.NAME);
        people.fill(FEW);
        Load load = new Load(port, new Entrance(port).cookie("admin", PASSWORD));
        new Pages(load, new Load(port, ""), new Processes(server.pid(), database)).measure();
        Lists lists = new Lists(load);
        lists.measure(FEW);
        int many = Integer.getInteger("bench.people", 1_000_000);
        SCREEN.printf("%nAdding people until there are %,d ...%n", many);
        people.fill(many);
        lists.measure(many);
        lists.print();
        new Crowd(port, PASSWORD).measure(people.some(Crowd.SIZE), server.pid());
    }

    private static Map<String, String> environment(int port, LocalDatabase database) {
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
                database.url(),
                "HINDCAST_DATABASE_USER",
                LocalDatabase.NAME,
                "HINDCAST_DATABASE_PASSWORD",
                LocalDatabase.NAME);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
