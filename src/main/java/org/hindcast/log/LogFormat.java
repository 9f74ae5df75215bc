package org.hindcast.log;

import static java.util.stream.Collectors.joining;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogRecord;

/**
 * One event a line, as text or as JSON, with the request that it belongs to; in text the trace of a failure is indented below
 * its event. Line breaks in messages are escaped, so that no input forges a line.
 */
final class LogFormat extends Formatter {

    private final boolean json;

    LogFormat(boolean json) {
        this.json = json;
    }

    @Override
    public String format(LogRecord event) {
        String request = Trace.current().map(Trace::request).orElse("-");
        return (json ? json(event, request) : text(event, request)) + System.lineSeparator();
    }

    private String text(LogRecord event, String request) {
        String line = event.getInstant() + " " + level(event) + " [" + request + "] " + event.getLoggerName() + " "
                + escape(formatMessage(event));
        return event.getThrown() == null ? line : line + indented(trace(event.getThrown()));
    }

    private String json(LogRecord event, String request) {
        String thrown = event.getThrown() == null ? "" : ",\"thrown\":\"" + escape(trace(event.getThrown())) + '"';
        return "{\"time\":\"" + event.getInstant() + "\",\"level\":\"" + level(event) + "\",\"request\":\""
                + escape(request)
                + "\",\"logger\":\"" + escape(event.getLoggerName()) + "\",\"message\":\""
                + escape(formatMessage(event)) + '"'
                + thrown + "}";
    }

    /** The level by the name that it is set by, see {@code HINDCAST_LOG_LEVEL}. */
    private static String level(LogRecord event) {
        int level = event.getLevel().intValue();
        if (level >= Level.INFO.intValue()) {
            return event.getLevel() == Level.SEVERE ? "ERROR" : event.getLevel().getName();
        }
        return level >= Level.FINE.intValue() ? "DEBUG" : "TRACE";
    }

    /** Below its event, so that a message which a person made the failure say looks like no event of its own. */
    private String indented(String trace) {
        return trace.lines()
                .map(line -> System.lineSeparator() + "    " + escape(line.replace("\t", "    ")))
                .collect(joining());
    }

    private static String trace(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text, true));
        return text.toString();
    }

    private String escape(String text) {
        StringBuilder escaped = new StringBuilder();
        String.valueOf(text).chars().forEach(c -> append(escaped, (char) c));
        return escaped.toString();
    }

    private void append(StringBuilder escaped, char c) {
        if (c == '\n') {
            escaped.append("\\n");
        } else if (isInvisible(c)) {
            escaped.append("\\u%04x".formatted((int) c));
        } else if (json && (c == '"' || c == '\\')) {
            escaped.append('\\').append(c);
        } else {
            escaped.append(c);
        }
    }

    /** What moves, hides or turns around the text that follows it. */
    private static boolean isInvisible(char c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
