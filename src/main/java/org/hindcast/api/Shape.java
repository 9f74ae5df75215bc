package org.hindcast.api;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Rows as JSON: {@code owner.username} stands as {@code username} within {@code owner}, and null where there is none. */
final class Shape {

    private Shape() {}

    static JsonObjectBuilder of(Map<String, Object> row, List<String> columns) {
        JsonObjectBuilder object = Json.createObjectBuilder();
        for (String column : columns) {
            int dot = column.indexOf('.');
            if (dot < 0) {
                object.add(column, value(row.get(column)));
            } else {
                String name = column.substring(0, dot);
                object.add(name, inner(name, row, columns));
            }
        }
        return object;
    }

    static JsonValue value(Object value) {
        if (value == null) {
            return JsonValue.NULL;
        } else if (value instanceof Boolean truth) {
            return truth ? JsonValue.TRUE : JsonValue.FALSE;
        } else if (value instanceof Integer || value instanceof Long) {
            return Json.createValue(((Number) value).longValue());
        } else if (value instanceof Number number) {
            return Json.createValue(number.doubleValue());
        } else if (value instanceof OffsetDateTime time) {
            return Json.createValue(time.toInstant().toString());
        }
        return Json.createValue(value instanceof Enum<?> e ? e.name().toLowerCase(Locale.ROOT) : value.toString());
    }

    private static JsonValue inner(String name, Map<String, Object> row, List<String> columns) {
        List<String> own =
                columns.stream().filter(column -> column.startsWith(name + ".")).toList();
        if (own.stream().allMatch(column -> row.get(column) == null)) {
            return JsonValue.NULL;
        }
        JsonObjectBuilder object = Json.createObjectBuilder();
        own.forEach(column -> object.add(column.substring(name.length() + 1), value(row.get(column))));
        return object.build();
    }
}
