package org.hindcast.log;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.StreamHandler;
import org.hindcast.settings.Setting;
import org.hindcast.settings.Settings;

/** Sets up Hindcast's own log once, at start: level, format, and a rotating file or standard output. */
public final class Logs {

    private static final Logger HINDCAST = Logger.getLogger("org.hindcast");
    private static final int LARGEST_FILE = 10_000_000;
    private static final int FILES_KEPT = 10;
    private static final Map<String, Level> LEVELS = Map.of(
            "ERROR",
            Level.SEVERE,
            "WARNING",
            Level.WARNING,
            "INFO",
            Level.INFO,
            "DEBUG",
            Level.FINE,
            "TRACE",
            Level.ALL);

    private Logs() {}

    /** Replaces the server's handling of {@code org.hindcast} by Hindcast's own. Called again, it starts afresh. */
    public static void install(Settings settings) {
        uninstall();
        Handler handler = handler(settings.get(Setting.LOG_FILE));
        handler.setLevel(Level.ALL);
        handler.setFormatter(new LogFormat(settings.get(Setting.LOG_FORMAT).equalsIgnoreCase("json")));
        HINDCAST.addHandler(handler);
        HINDCAST.setUseParentHandlers(false);
        HINDCAST.setLevel(LEVELS.getOrDefault(settings.get(Setting.LOG_LEVEL).toUpperCase(Locale.ROOT), Level.INFO));
    }

    /** Gives {@code org.hindcast} back to the server. */
    public static void uninstall() {
        for (Handler handler : HINDCAST.getHandlers()) {
            HINDCAST.removeHandler(handler);
            handler.close();
        }
        HINDCAST.setUseParentHandlers(true);
    }

    private static Handler handler(String file) {
        try {
            Handler handler =
                    file.isEmpty() ? new StandardOutput() : new FileHandler(file, LARGEST_FILE, FILES_KEPT, true);
            handler.setEncoding("UTF-8");
            return handler;
        } catch (IOException e) {
            throw new UncheckedIOException("The log file " + file + " cannot be written (HINDCAST_LOG_FILE).", e);
        }
    }

    /** The process's own standard output, past the server's redirection, flushed at every line. */
    private static final class StandardOutput extends StreamHandler {
        StandardOutput() {
            setOutputStream(new FileOutputStream(FileDescriptor.out));
        }

        @Override
        public synchronized void publish(LogRecord event) {
            super.publish(event);
            flush();
        }

        @Override
        public synchronized void close() {
            flush();
        }
    }
}
