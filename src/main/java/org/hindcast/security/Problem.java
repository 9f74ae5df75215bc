package org.hindcast.security;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Writer;
import java.util.Map;

/** What a program reads that is not let in: RFC 9457, without a word about the reasons. */
final class Problem {

    private static final Map<Integer, String> TITLES = Map.of(
            HttpServletResponse.SC_BAD_REQUEST, "Bad Request",
            HttpServletResponse.SC_UNAUTHORIZED, "Unauthorized",
            HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE, "Content Too Large",
            HttpServletResponse.SC_SERVICE_UNAVAILABLE, "Service Unavailable");

    private Problem() {}

    static void send(HttpServletResponse response, int status) throws IOException {
        response.setStatus(status);
        response.setContentType("application/problem+json");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-store");
        // Closed, and not only flushed: a server that may still write would add its own page to it.
        try (Writer body = response.getWriter()) {
            body.write("{\"type\":\"about:blank\",\"title\":\"" + TITLES.get(status) + "\",\"status\":" + status + "}");
        }
    }
}
