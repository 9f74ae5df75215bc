package org.hindcast.log;

import java.util.Optional;

/**
 * Which request this thread is answering: a door begins it, every log line and audit row mentions it.
 *
 * @param request a short random name of the request, shown on error pages
 * @param address of the client, as the server sees it or a trusted proxy tells
 */
public record Trace(String request, String address) {

    private static final ThreadLocal<Trace> CURRENT = new ThreadLocal<>();

    /** The request that this thread is answering, if it is answering one. */
    public static Optional<Trace> current() {
        return Optional.ofNullable(CURRENT.get());
    }

    /** From now on this thread works for that request. */
    public static void begin(Trace trace) {
        CURRENT.set(trace);
    }

    /** This thread works for no request any more. */
    public static void end() {
        CURRENT.remove();
    }
}
