package org.hindcast.web.component;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hindcast.persistence.Query.Filter;
import org.hindcast.persistence.Query.Test;

/**
 * The filters that stand in a list's address: {@code f.email=ada}, {@code f.createdAt.from=2026-01-01}. What can't be read is
 * left out and told.
 */
final class Filters {

    static final String PREFIX = "f.";

    private final Address address;
    private final ZoneId zone;
    private final List<Filter> read = new ArrayList<>();
    private final Map<String, String> problems = new LinkedHashMap<>();

    Filters(Address address, List<Column> columns, ZoneId zone) {
        this.address = address;
        this.zone = zone;
        columns.forEach(this::read);
    }

    List<Filter> read() {
        return read;
    }

    /** Parameter to key of the sentence that says what is wrong with it. */
    Map<String, String> problems() {
        return problems;
    }

    private void read(Column column) {
        String name = PREFIX + column.getField();
        switch (column.getKind()) {
            case TEXT -> add(column, name, Test.CONTAINS);
            case CHOICE, YES_NO -> add(column, name, Test.EQUALS);
            default -> {
                add(column, name + ".from", Test.FROM);
                add(column, name + ".to", column.getKind() == Column.Kind.TIME ? Test.BEFORE : Test.TO);
            }
        }
    }

    private void add(Column column, String parameter, Test test) {
        String text = address.get(parameter);
        if (text.isEmpty()) {
            return;
        }
        try {
            read.add(new Filter(column.getField(), test, value(column, text, test)));
        } catch (NumberFormatException e) {
            problems.put(parameter, "list.notNumber");
        } catch (DateTimeException e) {
            problems.put(parameter, "list.notDate");
        }
    }

    private Object value(Column column, String text, Test test) {
        return switch (column.getKind()) {
            case NUMBER -> number(column.getType(), text.strip());
            case TIME -> start(LocalDate.parse(text.strip()).plusDays(test == Test.BEFORE ? 1 : 0));
            case YES_NO -> Boolean.valueOf(text);
            case CHOICE -> column.chosen(text.replace("\0", ""));
            default -> text.replace("\0", "");
        };
    }

    private OffsetDateTime start(LocalDate day) {
        if (day.getYear() < 0 || day.getYear() > 9999) {
            throw new DateTimeException("beyond what the database keeps");
        }
        return day.atStartOfDay(zone).toOffsetDateTime().withOffsetSameInstant(ZoneOffset.UTC);
    }

    private static Number number(Class<?> type, String text) {
        if (type == Integer.class || type == int.class) {
            return Integer.valueOf(text);
        }
        if (type == Long.class || type == long.class) {
            return Long.valueOf(text);
        }
        double number = Double.parseDouble(text.replace(',', '.'));
        if (!Double.isFinite(number)) {
            throw new NumberFormatException(text);
        }
        return number;
    }
}
