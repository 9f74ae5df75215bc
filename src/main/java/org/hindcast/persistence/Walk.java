package org.hindcast.persistence;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.hindcast.persistence.Query.Filter;
import org.hindcast.persistence.Query.Order;
import org.hindcast.persistence.Query.Test;

/**
 * Goes through all rows that match a {@link Query}, in its order, a slice at a time. Each slice begins behind the last row of
 * the one before by that row's values, so that the last slice of a million rows costs no more than the first, and only one
 * slice is in memory. Rows without a value in the strongest order are a walk of their own, because an index serves a plain
 * comparison.
 */
final class Walk<T extends BaseEntity> {

    private static final int SLICE = 2_000;

    private final Listing<T> listing;
    private final Function<Filter, Condition<T>> special;
    private final Query query;
    private final List<Order> orders;

    Walk(Listing<T> listing, Function<Filter, Condition<T>> special, Query query) {
        this.listing = listing;
        this.special = special;
        this.orders = orders(query.totalOrder());
        Set<String> columns = new LinkedHashSet<>(query.columns());
        orders.forEach(order -> columns.add(order.field()));
        this.query = new Query(0, SLICE, query.orders(), query.filters(), query.search(), List.copyOf(columns));
    }

    /** Up to the number, which no two rows share: what comes after it sorts nothing any more. */
    private static List<Order> orders(List<Order> all) {
        int number = all.stream().map(Order::field).toList().indexOf("id");
        return List.copyOf(all.subList(0, number + 1));
    }

    void through(Consumer<Map<String, Object>> row) {
        if (listing.columns().isOptional(orders.get(0).field())) {
            walk(query.where(Test.PRESENT), 0, row);
            walk(query.where(Test.ABSENT), 1, row);
        } else {
            walk(query, 0, row);
        }
    }

    /** @param from the first order that tells these rows apart */
    private void walk(Query part, int from, Consumer<Map<String, Object>> row) {
        Filter marker = new Filter("id", Test.EQUALS, this);
        List<Map<String, Object>> slice = listing.slice(part, special);
        slice.forEach(row);
        while (slice.size() == SLICE) {
            Condition<T> behind = behind(slice.get(SLICE - 1), orders.subList(from, orders.size()), from == 0);
            slice = listing.slice(part.and(marker), filter -> filter == marker ? behind : special.apply(filter));
            slice.forEach(row);
        }
    }

    /** @param strongest whether to say besides what an index understands: at the row's strongest value or beyond */
    private Condition<T> behind(Map<String, Object> row, List<Order> deciding, boolean strongest) {
        List<Object> values =
                deciding.stream().map(order -> row.get(order.field())).toList();
        return (root, select, cb) -> {
            Paths<T> paths = new Paths<>(root);
            After after = new After(cb, deciding, field -> listing.columns().of(field, paths));
            return strongest ? cb.and(after.from(values.get(0)), after.row(values)) : after.row(values);
        };
    }
}
