package org.hindcast.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.time.Instant;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("S0-07 O3-15: the log")
class LogFormatTest {

    private static final String FORGERY =
            "admin\r\n2026-01-01T00:00:00Z INFO [-] all is well \u001b[31m\u2028 \"quoted\" \\ end";

    private final LogFormat text = new LogFormat(false);
    private final LogFormat json = new LogFormat(true);

    @AfterEach
    void end_the_request() {
        Trace.end();
    }

    @Test
    void an_event_is_one_line_of_text() {
        Trace.begin(new Trace("4f1c", "192.0.2.7"));
        assertEquals(
                "2026-11-21T03:00:00Z INFO [4f1c] org.hindcast.schema.Schema The schema is at version 4.\n",
                text.format(event("The schema is at version {0}.", "4")).replace(System.lineSeparator(), "\n"));
    }

    @Test
    void outside_of_a_request_there_is_a_dash() {
        assertTrue(text.format(event("Hindcast is ready.")).contains(" INFO [-] "));
    }

    @Test
    void an_event_is_one_line_of_json() {
        Trace.begin(new Trace("4f1c", "192.0.2.7"));
        JsonObject line = parse(json.format(event("The schema is at version {0}.", "4")));
        assertEquals("2026-11-21T03:00:00Z", line.get("time").getAsString());
        assertEquals("INFO", line.get("level").getAsString());
        assertEquals("4f1c", line.get("request").getAsString());
        assertEquals("org.hindcast.schema.Schema", line.get("logger").getAsString());
        assertEquals("The schema is at version 4.", line.get("message").getAsString());
        assertFalse(line.has("thrown"));
    }

    @ParameterizedTest
    @CsvSource({"SEVERE, ERROR", "WARNING, WARNING", "INFO, INFO", "FINE, DEBUG", "FINER, TRACE", "FINEST, TRACE"})
    void levels_are_called_as_they_are_set(String level, String name) {
        LogRecord event = event("Hindcast is ready.");
        event.setLevel(Level.parse(level));
        assertTrue(text.format(event).contains(" " + name + " [-] "));
        assertEquals(name, parse(json.format(event)).get("level").getAsString());
    }

    @Test
    void nobody_forges_a_line_of_text() {
        String line = text.format(event("No such user: {0}", FORGERY)).stripTrailing();
        assertEquals(1, line.lines().count(), line);
        assertTrue(line.contains("admin\\u000d\\n2026"), line);
        assertFalse(line.contains("\u001b"), "Nothing that colours or moves the reader's terminal");
    }

    @Test
    void nobody_forges_a_line_of_json() {
        String line = json.format(event("No such user: {0}", FORGERY)).stripTrailing();
        assertEquals(1, line.lines().count(), line);
        assertEquals("No such user: " + FORGERY, parse(line).get("message").getAsString());
    }

    @Test
    void a_failure_stays_in_its_line_of_json() {
        LogRecord event = event("A page failed.");
        event.setThrown(new IllegalStateException("first\nsecond"));
        String line = json.format(event).stripTrailing();
        assertEquals(1, line.lines().count(), line);
        assertTrue(parse(line)
                .get("thrown")
                .getAsString()
                .startsWith("java.lang.IllegalStateException: first\nsecond\n\tat "));
    }

    @Test
    void a_failure_follows_its_line_of_text() {
        LogRecord event = event("A page failed.");
        event.setThrown(new IllegalStateException("why"));
        assertTrue(text.format(event).lines().skip(1).findFirst().orElseThrow().contains("IllegalStateException: why"));
    }

    @Test
    void nobody_forges_a_line_by_what_a_failure_says() {
        LogRecord event = event("A page failed.");
        event.setThrown(new IllegalStateException(FORGERY));
        String[] lines = text.format(event).split("\\R");
        assertTrue(lines[0].endsWith("A page failed."));
        assertTrue(Stream.of(lines).skip(1).allMatch(line -> line.startsWith("    ")), String.join("\n", lines));
    }

    private static LogRecord event(String message, Object... arguments) {
        LogRecord event = new LogRecord(Level.INFO, message);
        event.setInstant(Instant.parse("2026-11-21T03:00:00Z"));
        event.setLoggerName("org.hindcast.schema.Schema");
        event.setParameters(arguments);
        return event;
    }

    private static JsonObject parse(String line) {
        return JsonParser.parseString(line).getAsJsonObject();
    }
}
