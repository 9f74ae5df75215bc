package org.hindcast.api;

import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response.Status;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.hindcast.persistence.Query.Filter;
import org.hindcast.persistence.Query.Order;
import org.hindcast.persistence.Query.Test;

/** What stands behind the question mark of a list's address. Whatever is not understood there is refused, and named. */
final class Asked {

    static final int MOST = 200;
    private static final int USUAL = 50;
    private static final int LAST_YEAR = 9999;
    private static final int BAD = Status.BAD_REQUEST.getStatusCode();
    private static final Set<String> KNOWN = Set.of("limit", "cursor", "sort", "q");
    private static final String FILTER = "f.";

    private final MultivaluedMap<String, String> parameters;
    private final Function<String, Class<?>> types;

    /** @param types of the fields that may be filtered and sorted by; null for any other name */
    Asked(MultivaluedMap<String, String> parameters, Function<String, Class<?>> types) {
        this.parameters = parameters;
        this.types = types;
    }

    int limit() {
        return limit(parameters.getFirst("limit"), MOST);
    }

    static int limit(String given, int most) {
        if (given == null) {
            return USUAL;
        }
        if (!given.matches("[1-9]\\d{0,5}") || Integer.parseInt(given) > most) {
            throw Fault.of(BAD, "api.limit", most);
        }
        return Integer.parseInt(given);
    }

    /** Where nothing but these stands behind the question mark, each once. */
    static void refuseOthers(MultivaluedMap<String, String> parameters, String... known) {
        parameters.keySet().forEach(name -> refuseOther(parameters, name, Set.of(known)));
    }

    private static void refuseOther(MultivaluedMap<String, String> parameters, String name, Set<String> known) {
        if (!known.contains(name)) {
            throw Fault.of(BAD, "api.parameter.unknown", name);
        }
        if (parameters.get(name).size() > 1) {
            throw Fault.of(BAD, "api.parameter.twice", name);
        }
    }

    /** A stretch of time ends after it begins. */
    static void refuseTurned(OffsetDateTime from, OffsetDateTime to) {
        if (from.isAfter(to)) {
            throw Fault.of(BAD, "api.parameter.order");
        }
    }

    static OffsetDateTime time(String name, String given, OffsetDateTime absent) {
        try {
            return given == null || given.isBlank() ? absent : time(given);
        } catch (DateTimeException e) {
            throw Fault.of(BAD, "api.parameter.time", name);
        }
    }

    String search() {
        String search = parameters.getFirst("q");
        return search == null ? "" : search;
    }

    /** Where the page begins, as {@link Cursor} writes it; null at the beginning. */
    String cursor() {
        return parameters.getFirst("cursor");
    }

    /** {@code -createdAt,name}: the newest first, then by name. */
    List<Order> orders() {
        String sort = parameters.getFirst("sort");
        List<Order> orders = new ArrayList<>();
        for (String part : sort == null || sort.isBlank() ? new String[0] : sort.split(",", -1)) {
            String field = part.replaceFirst("^-", "");
            type("sort", field);
            if (orders.stream().anyMatch(order -> order.field().equals(field))) {
                throw Fault.of(BAD, "api.parameter.twice", field);
            }
            orders.add(new Order(field, part.startsWith("-")));
        }
        return orders;
    }

    /** {@code f.name=co2}, {@code f.createdAt.from=2026-01-01T00:00Z}, {@code f.accuracy.to=0.5}. */
    List<Filter> filters() {
        List<Filter> filters = new ArrayList<>();
        for (String name : parameters.keySet()) {
            boolean filter = name.startsWith(FILTER);
            refuseOther(parameters, name, filter ? Set.of(name) : KNOWN);
            if (filter) {
                filters.add(filter(name, parameters.getFirst(name)));
            }
        }
        return filters;
    }

    private Filter filter(String name, String value) {
        String field = name.substring(FILTER.length());
        Test test = Test.EQUALS;
        if (field.endsWith(".from") || field.endsWith(".to")) {
            test = field.endsWith(".from") ? Test.FROM : Test.TO;
            field = field.substring(0, field.lastIndexOf('.'));
        }
        Class<?> type = type(name, field);
        if (type.isEnum() && test != Test.EQUALS) {
            throw Fault.of(BAD, "api.parameter.field", name, field);
        }
        boolean part = type == String.class && test == Test.EQUALS;
        return new Filter(field, part ? Test.CONTAINS : test, value(name, value, type));
    }

    private Class<?> type(String parameter, String field) {
        Class<?> type = types.apply(field);
        if (type == null) {
            throw Fault.of(BAD, "api.parameter.field", parameter, field);
        }
        return type;
    }

    static Object value(String parameter, String text, Class<?> type) {
        try {
            if (type == OffsetDateTime.class) {
                return time(text);
            } else if (type == Integer.class || type == int.class) {
                return Integer.valueOf(text);
            } else if (type == Long.class) {
                return Long.valueOf(text);
            } else if (type == Double.class || type == double.class) {
                return number(text);
            } else if (type == Boolean.class || type == boolean.class) {
                return Boolean.valueOf(text);
            }
            return type.isEnum() ? constant(text, type) : text;
        } catch (DateTimeException | IllegalArgumentException e) {
            throw Fault.of(BAD, "api.parameter.value", parameter);
        }
    }

    private static Double number(String text) {
        double number = new BigDecimal(text).doubleValue();
        if (!Double.isFinite(number)) {
            throw new NumberFormatException("no number of a table");
        }
        return number;
    }

    /** One that the database knows as well, in UTC. */
    private static OffsetDateTime time(String text) {
        OffsetDateTime time = OffsetDateTime.parse(text.replace(' ', '+')).withOffsetSameInstant(ZoneOffset.UTC);
        if (time.getYear() < 1 || time.getYear() > LAST_YEAR) {
            throw new DateTimeException("no year of a calendar");
        }
        return time;
    }

    private static Object constant(String text, Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> ((Enum<?>) constant).name().equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(IllegalArgumentException::new);
    }
}
