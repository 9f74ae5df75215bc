package org.hindcast.api;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;

/** A request that is answered with a problem of that status. */
final class Fault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient List<Line> lines;
    private final transient JsonObject more;

    /**
     * @param lines what is wrong, one by one
     * @param more members of the problem besides those of RFC 9457
     */
    private Fault(int status, List<Line> lines, JsonObject more) {
        super(status + " " + lines);
        this.status = status;
        this.lines = List.copyOf(lines);
        this.more = more;
    }

    static Fault of(int status, String key, Object... arguments) {
        return at(status, null, key, arguments);
    }

    /** @param pointer to the wrong part of the body (RFC 6901), or null */
    static Fault at(int status, String pointer, String key, Object... arguments) {
        return new Fault(
                status, List.of(new Line(pointer, null, key, List.of(arguments))), JsonValue.EMPTY_JSON_OBJECT);
    }

    static Fault all(int status, List<Line> lines) {
        return new Fault(status, lines, JsonValue.EMPTY_JSON_OBJECT);
    }

    Fault with(JsonObject members) {
        return new Fault(status, lines, members);
    }

    int status() {
        return status;
    }

    List<Line> lines() {
        return lines;
    }

    JsonObject more() {
        return more;
    }

    /**
     * One thing that is wrong.
     *
     * @param pointer to the part of the body, or null
     * @param line of the body, or null
     * @param key of the sentence, or the sentence itself when there is no such key
     */
    record Line(String pointer, Long line, String key, List<Object> arguments) {

        static Line of(String pointer, String key, Object... arguments) {
            return new Line(pointer, null, key, List.of(arguments));
        }
    }
}
