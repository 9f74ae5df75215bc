package org.hindcast.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One request, as the door looks at it. */
record Visit(HttpServletRequest request) {

    private static final List<String> FILES =
            List.of("/resources/", "/jakarta.faces.resource/", "/favicon.ico", "/api/v1/openapi.json");
    private static final String BEARER = "Bearer ";

    /** Nothing is tried twice, so that no header takes more stack or time than another of its length. */
    private static final Pattern TYPE = Pattern.compile(
            "[^\\s/;,\"]++/[^\\s/;,\"]++(?:\\s*+;\\s*+[^\\s/;,=\"]++=(?:\"[^\"]*+\"|[^\\s;,\"]++))*+\\s*+;?+\\s*+");

    private static final int MOST_PARAMETERS = 1_000;
    private static final int LARGEST_FORM = 1_900_000;

    /** What a model was given may be several megabytes, and grows when a form writes it. */
    private static final int LARGEST_PREDICTION = 10_000_000;

    private static final List<String> HEALTH = List.of("/health/", "/healthcheck");

    String path() {
        String rest = request.getPathInfo();
        return request.getServletPath() + (rest == null ? "" : rest);
    }

    boolean isApi() {
        return path().equals("/api") || path().startsWith("/api/");
    }

    /** The bearer token that the request carries, if any. */
    Optional<String> token() {
        String header = String.valueOf(request.getHeader("Authorization"));
        boolean bearer = header.regionMatches(true, 0, BEARER, 0, BEARER.length());
        return bearer ? Optional.of(header.substring(BEARER.length()).strip()) : Optional.empty();
    }

    /** Whether anybody may have it even while the schema is not in place. */
    boolean isOpen() {
        return FILES.stream().anyMatch(path()::startsWith) || isHealth();
    }

    /** Whether an orchestrator asks, which may do so by any name or number of this machine. */
    boolean isHealth() {
        return HEALTH.stream().anyMatch(path()::startsWith);
    }

    /** Whether the address holds a character that no text may hold, or a program names a type that is none. */
    boolean isAbsurd() {
        String type = request.getHeader("Content-Type");
        String accepted = request.getHeader("Accept");
        boolean untyped = type != null && !isType(type)
                || accepted != null && !Stream.of(accepted.split(",")).allMatch(Visit::isAccepted);
        return isApi() && untyped || (request.getRequestURI() + "?" + request.getQueryString()).contains("%00");
    }

    private static boolean isType(String type) {
        return TYPE.matcher(type).matches();
    }

    /** Old clients of Java say {@code *; q=.2}. */
    private static boolean isAccepted(String range) {
        String type = range.strip();
        return type.isEmpty() || type.startsWith("*;") || type.equals("*") || isType(type);
    }

    /** Whether somebody sends more than any form of ours holds; files come in parts and have a limit of their own. */
    boolean isTooLarge() {
        int most = path().startsWith("/prediction") ? LARGEST_PREDICTION : LARGEST_FORM;
        boolean form = "application/x-www-form-urlencoded".equals(mediaType());
        boolean endless = request.getHeader("Transfer-Encoding") != null;
        return form && (endless || request.getContentLengthLong() > most) || isCrowded(form);
    }

    /** Each server has a limit of its own for parameters, and an answer of its own beyond it. */
    private boolean isCrowded(boolean form) {
        long asked = String.valueOf(request.getQueryString())
                .chars()
                .filter(c -> c == '&')
                .count();
        return asked >= MOST_PARAMETERS
                || form
                        && request.getParameterMap().values().stream()
                                        .mapToInt(values -> values.length)
                                        .sum()
                                > MOST_PARAMETERS;
    }

    private String mediaType() {
        String type = String.valueOf(request.getContentType());
        return type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
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
