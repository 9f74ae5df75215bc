package org.hindcast.web.component;

import java.time.OffsetDateTime;
import java.util.List;

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
    private final List<String> choices;

    private Column(String field, Class<?> type, Kind kind, boolean hidden, boolean sortable, List<String> choices) {
        this.field = field;
        this.type = type;
        this.kind = kind;
        this.hidden = hidden;
        this.sortable = sortable;
        this.choices = choices;
    }

    /** A column of that Java type, shown at first, sortable. */
    public static Column of(String field, Class<?> type) {
        return new Column(field, type, Kind.of(type), false, true, List.of());
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
        return new Column(field, type, Kind.CHOICE, hidden, sortable, List.copyOf(values));
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

    /** The kind's name, for pages. */
    public String getKindName() {
        return kind.name();
    }

    public boolean isHidden() {
        return hidden;
    }

    public boolean isSortable() {
        return sortable;
    }

    public List<String> getChoices() {
        return choices;
    }

    public boolean isNumber() {
        return kind == Kind.NUMBER;
    }
}
