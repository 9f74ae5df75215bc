package org.hindcast.support;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;

/**
 * Shows a person what the server says, less what only its makers want to know.
 *
 * <p>Payara's web container announces each of its steps whatever its log level, and its driver talks while it stops.
 */
final class Echo implements Runnable {

    private static final Pattern CHATTER = Pattern.compile("\\S+ INFO +jakarta\\.enterprise\\..*");

    private static final Pattern REFUSED = Pattern.compile(
            "\\S+ (SEVERE .* Exception while (loading|deploying) the app|(SEVERE|ERROR) .* Hindcast did not start).*");

    private final BufferedReader server;
    private final PrintStream screen;
    private volatile boolean silent;
    private volatile boolean refused;

    Echo(Process server, PrintStream screen) {
        this.server = server.inputReader();
        this.screen = screen;
    }

    @Override
    public void run() {
        try (server) {
            server.lines().peek(this::notice).filter(this::matters).forEach(screen::println);
        } catch (UncheckedIOException | IOException ended) {
            silence();
        }
    }

    void silence() {
        silent = true;
    }

    /** Whether the WAR did not start: the server says so and stays, with nothing to serve. */
    boolean refused() {
        return refused;
    }

    private void notice(String line) {
        refused = refused || REFUSED.matcher(line).matches();
    }

    private boolean matters(String line) {
        return !silent && !CHATTER.matcher(line).matches();
    }
}
