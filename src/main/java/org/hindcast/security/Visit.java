package org.hindcast.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;

/** One request, as the door looks at it. */
record Visit(HttpServletRequest request) {

    private static final List<String> FILES = List.of("/resources/", "/jakarta.faces.resource/", "/favicon.ico");
    private static final List<String> HEALTH = List.of("/health/", "/healthcheck");

    String path() {
        return request.getRequestURI().substring(request.getContextPath().length());
    }

    boolean isApi() {
        return path().startsWith("/api/");
    }

    /** Whether anybody may have it even while the schema is not in place. */
    boolean isOpen() {
        return FILES.stream().anyMatch(path()::startsWith) || HEALTH.stream().anyMatch(path()::startsWith);
    }

    boolean isAjax() {
        return "partial/ajax".equals(request.getHeader("Faces-Request"));
    }

    /** Whether the Host header names one of these hosts, with or without a port. */
    boolean isAt(List<String> hosts) {
        String host = request.getHeader("Host");
        return host != null && hosts.contains(host.toLowerCase(Locale.ROOT).replaceFirst(":\\d{1,5}$", ""));
    }

    /** Tells Faces' script to go elsewhere: an ordinary redirect would die in it silently. */
    void redirectAjax(HttpServletResponse response, String target) {
        try {
            response.setContentType("text/xml;charset=UTF-8");
            response.getWriter()
                    .write("<?xml version=\"1.0\" encoding=\"UTF-8\"?><partial-response><redirect url=\""
                            + target.replace("&", "&amp;")
                                    .replace("\"", "&quot;")
                                    .replace("<", "&lt;")
                            + "\"/></partial-response>");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
