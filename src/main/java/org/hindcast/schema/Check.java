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
    private static final String ADDRESS = "(?:\\[[^]]+]|[^/:,?]+)(?::\\d{1,5})?";
    private static final Pattern URL =
            Pattern.compile("jdbc:postgresql://(" + ADDRESS + "(?:," + ADDRESS + ")*)[/?].*");
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
        List<String> addresses = List.of(url.group(1).split(","));
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(settings.databaseWait());
        boolean there = addresses.stream().anyMatch(Check::listens);
        while (!there && System.nanoTime() < deadline) {
            TimeUnit.SECONDS.sleep(1);
            there = addresses.stream().anyMatch(Check::listens);
        }
        return there
                ? Optional.empty()
                : Optional.of("nobody listens at " + url.group(1) + " (HINDCAST_DATABASE_URL).");
    }

    private static boolean listens(String address) {
        int colon = address.lastIndexOf(':');
        boolean port = colon > address.lastIndexOf(']');
        String host = port ? address.substring(0, colon) : address;
        int number = port ? Integer.parseInt(address.substring(colon + 1)) : STANDARD_PORT;
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, number), ONE_TRY);
            return true;
        } catch (IOException | IllegalArgumentException nobody) {
            return false;
        }
    }
}
