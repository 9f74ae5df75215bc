package org.hindcast.persistence;

import java.util.ArrayList;
import java.util.List;

/**
 * What a list shows: the same for a page, an export and a REST answer.
 *
 * @param first number of rows to pass over
 * @param size most rows to return
 * @param orders in which to sort, the strongest first; rows without a value come last, up or down, and the record's number
 *     always breaks ties
 * @param filters that every row fulfils
 * @param search free text that one of the searchable fields contains; blank for none
 * @param columns fields to read besides the number
 */
public record Query(
        int first, int size, List<Order> orders, List<Filter> filters, String search, List<String> columns) {

    public Query {
        orders = List.copyOf(orders);
        filters = List.copyOf(filters);
        columns = List.copyOf(columns);
        search = search == null ? "" : search.strip();
    }

    /** Everything, unfiltered, by number: the first {@code size} rows with these columns. */
    public static Query of(int size, String... columns) {
        return new Query(0, size, List.of(), List.of(), "", List.of(columns));
    }

    /** Whether something keeps rows out. */
    public boolean isNarrow() {
        return !filters.isEmpty() || !search.isEmpty();
    }

    /** The same question, other rows. */
    public Query slice(int first, int size) {
        return new Query(first, size, orders, filters, search, columns);
    }

    /** The same question with one more condition. */
    public Query and(Filter filter) {
        List<Filter> all = new ArrayList<>(filters);
        all.add(filter);
        return new Query(first, size, orders, all, search, columns);
    }

    /** The same question about only those rows that have a value in the strongest order, or only those that have none. */
    Query where(Test presence) {
        return and(new Filter(totalOrder().get(0).field(), presence, null));
    }

    /** The orders, and after them the record's number in the direction of the last: no two rows are equal in it. */
    List<Order> totalOrder() {
        List<Order> all = new ArrayList<>(orders);
        all.add(new Order(
                "id", !orders.isEmpty() && orders.get(orders.size() - 1).descending()));
        return all;
    }

    /** @param field a property, or a path of properties such as {@code owner.email} */
    public record Order(String field, boolean descending) {}

    /**
     * @param field a property, or a path of properties
     * @param test what the field must fulfil
     * @param value of the field's type; a list for {@link Test#ONE_OF} and {@link Test#AFTER}; null where the test needs none
     */
    public record Filter(String field, Test test, Object value) {}

    /** What a filter asks of a field. Both ends of a range belong to it; {@link #BEFORE} does not. */
    public enum Test {
        CONTAINS,
        EQUALS,
        FROM,
        TO,
        BEFORE,
        ONE_OF,
        PRESENT,
        ABSENT,

        /** Comes after the row with these values, one for each order and then the number: the field does not matter. */
        AFTER
    }
}
