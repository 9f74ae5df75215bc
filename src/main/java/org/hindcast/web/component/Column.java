package org.hindcast.web.component;

import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A column of a list: which field it shows, of what kind, and how it is filtered. */
public final class Column {

    /** How a value is shown and filtered. */
    public enum Kind {
        TEXT,
        NUMBER,
        YES_NO,
        TIME,
        CHOICE;

        static Kind of(Class<?> type) {
            if (type == OffsetDateTime.class) {
                return TIME;
            }
            if (type == boolean.class || type == Boolean.class) {
                return YES_NO;
            }
            boolean number = Number.class.isAssignableFrom(type) || type.isPrimitive();
            return number ? NUMBER : TEXT;
        }
    }

    private final String field;
    private final Class<?> type;
    private final Kind kind;
    private final boolean hidden;
    private final boolean sortable;
    private final Map<String, ?> choices;

    private Column(String field, Class<?> type, Kind kind, boolean hidden, boolean sortable, Map<String, ?> choices) {
        this.field = field;
        this.type = type;
        this.kind = kind;
        this.hidden = hidden;
        this.sortable = sortable;
        this.choices = choices;
    }

    /** A column of that Java type, shown at first, sortable. */
    public static Column of(String field, Class<?> type) {
        return new Column(field, type, Kind.of(type), false, true, Map.of());
    }

    /** The same column, shown only when somebody asks for it. */
    public Column hidden() {
        return new Column(field, type, kind, true, sortable, choices);
    }

    /** The same column, which the database can't sort by. */
    public Column unsorted() {
        return new Column(field, type, kind, hidden, false, choices);
    }

    /** The same column, filtered by one of these values. */
    public Column choice(List<String> values) {
        Map<String, String> choices = new LinkedHashMap<>();
        values.forEach(value -> choices.put(value, value));
        return choice(choices);
    }

    /** The same column, filtered by one of these: what people choose, and what the service is asked for. */
    public Column choice(Map<String, ?> values) {
        return new Column(field, type, Kind.CHOICE, hidden, sortable, new LinkedHashMap<>(values));
    }

    public String getField() {
        return field;
    }

    public Class<?> getType() {
        return type;
    }

    public Kind getKind() {
        return kind;
    }

    public boolean isHidden() {
        return hidden;
    }

    public boolean isSortable() {
        return sortable;
    }

    public List<String> getChoices() {
        return List.copyOf(choices.keySet());
    }

    /** What the service is asked for when somebody chooses that; the text itself when it is no choice. */
    Object chosen(String text) {
        return choices.containsKey(text) ? choices.get(text) : text;
    }

    public boolean isNumber() {
        return kind == Kind.NUMBER;
    }
}
