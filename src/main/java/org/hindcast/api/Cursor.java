package org.hindcast.api;

import jakarta.ws.rs.core.Response.Status;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;

/**
 * The place after which a page begins, for the client to carry without understanding it: the values of the last row, in the
 * order of sorting. It stays right while rows come and go.
 */
final class Cursor {

    private static final String BETWEEN = "\u001f";
    private static final String NULL = "\u0000";

    private Cursor() {}

    static String of(List<?> values) {
        List<String> texts =
                values.stream().map(value -> Objects.toString(value, NULL)).toList();
        byte[] bytes = String.join(BETWEEN, texts).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /**
     * @param types of the values; the last one is the row's number, which no row is without
     * @throws Fault when it is not a cursor of such a list
     */
    static List<Object> read(String cursor, List<Class<?>> types) {
        String[] texts = texts(cursor);
        if (texts.length != types.size()) {
            throw wrong();
        }
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < texts.length; i++) {
            boolean last = i == texts.length - 1;
            if (texts[i].contains(NULL) && (last || !texts[i].equals(NULL))) {
                throw wrong();
            }
            values.add(texts[i].equals(NULL) ? null : Asked.value("cursor", texts[i], types.get(i)));
        }
        return values;
    }

    private static String[] texts(String cursor) {
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split(BETWEEN, -1);
        } catch (IllegalArgumentException e) {
            throw wrong();
        }
    }

    private static Fault wrong() {
        return Fault.of(Status.BAD_REQUEST.getStatusCode(), "api.parameter.value", "cursor");
    }
}
