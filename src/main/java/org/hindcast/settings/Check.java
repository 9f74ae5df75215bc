package org.hindcast.settings;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * For launchers, which unlike a WAR can end the process: whether a start with this environment makes sense. Waits for the
 * database, because a server would not take the WAR without it.
 */
public final class Check {

    private static final PrintStream SCREEN = System.err;
    private static final Pattern URL = Pattern.compile("jdbc:postgresql://(\\[[^]]+]|[^/:,?]+)(?::(\\d+))?[/,?].*");
    private static final int STANDARD_PORT = 5432;
    private static final int ONE_TRY = 2_000;

    private Check() {}

    /** Says what is wrong, one line each, and ends with 1; or says nothing and ends with 0. */
    public static void main(String[] arguments) throws InterruptedException {
        Settings settings = new Settings();
        List<String> problems = settings.problems();
        if (problems.isEmpty()) {
            problems = database(settings).stream().toList();
        }
        problems.forEach(problem -> SCREEN.println("Hindcast cannot start: " + problem));
        System.exit(problems.isEmpty() ? 0 : 1);
    }

    private static Optional<String> database(Settings settings) throws InterruptedException {
        Matcher url = URL.matcher(settings.get(Setting.DATABASE_URL));
        if (!url.matches()) {
            return Optional.of("HINDCAST_DATABASE_URL must be like jdbc:postgresql://host:5432/hindcast.");
        }
        int port = url.group(2) == null ? STANDARD_PORT : Integer.parseInt(url.group(2));
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(settings.databaseWait());
        boolean there = listens(url.group(1), port);
        while (!there && System.nanoTime() < deadline) {
            TimeUnit.SECONDS.sleep(1);
            there = listens(url.group(1), port);
        }
        return there
                ? Optional.empty()
                : Optional.of("nobody listens at " + url.group(1) + ":" + port + " (HINDCAST_DATABASE_URL).");
    }

    private static boolean listens(String host, int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), ONE_TRY);
            return true;
        } catch (IOException nobody) {
            return false;
        }
    }
}
