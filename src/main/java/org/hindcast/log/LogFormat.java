package org.hindcast.log;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;

/** One event a line, as text or as JSON, with the request that it belongs to. Line breaks in messages are escaped, so that no input forges a line. */
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
        String line = event.getInstant() + " " + event.getLevel() + " [" + request + "] " + event.getLoggerName() + " "
                + escape(formatMessage(event));
        return event.getThrown() == null
                ? line
                : line + System.lineSeparator() + trace(event.getThrown()).stripTrailing();
    }

    private String json(LogRecord event, String request) {
        String thrown = event.getThrown() == null ? "" : ",\"thrown\":\"" + escape(trace(event.getThrown())) + '"';
        return "{\"time\":\"" + event.getInstant() + "\",\"level\":\"" + event.getLevel() + "\",\"request\":\""
                + escape(request)
                + "\",\"logger\":\"" + escape(event.getLoggerName()) + "\",\"message\":\""
                + escape(formatMessage(event)) + '"'
                + thrown + "}";
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
        } else if (Character.isISOControl(c)) {
            escaped.append("\\u%04x".formatted((int) c));
        } else if (json && (c == '"' || c == '\\')) {
            escaped.append('\\').append(c);
        } else {
            escaped.append(c);
        }
    }
}
