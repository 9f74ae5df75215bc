package org.hindcast.persistence;

import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.util.ArrayList;
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
 * comparison; PostgreSQL sorts them last, or first when descending.
 */
final class Walk<T extends BaseEntity> {

    private static final int SLICE = 2_000;

    private final Listing<T> listing;
    private final Function<Filter, Condition<T>> special;
    private final Query query;
    private final List<Order> orders;
    private Map<String, Object> last;

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
        Order strongest = orders.get(0);
        if (strongest.field().equals("id")) {
            walk(row, null);
            return;
        }
        walk(row, strongest.descending() ? Presence.ABSENT : Presence.PRESENT);
        walk(row, strongest.descending() ? Presence.PRESENT : Presence.ABSENT);
    }

    /** Whether the strongest order has a value in the rows of one walk. */
    private enum Presence {
        PRESENT,
        ABSENT
    }

    private void walk(Consumer<Map<String, Object>> row, Presence presence) {
        last = null;
        Filter marker = new Filter("id", Test.EQUALS, this);
        Function<Filter, Condition<T>> conditions =
                filter -> filter == marker ? beyond(presence) : special.apply(filter);
        List<Map<String, Object>> slice;
        do {
            slice = listing.rows(query.and(marker), conditions);
            slice.forEach(row);
            last = slice.isEmpty() ? last : slice.get(slice.size() - 1);
        } while (slice.size() == SLICE);
    }

    private Condition<T> beyond(Presence presence) {
        return (root, select, cb) -> {
            List<Predicate> all = new ArrayList<>();
            Expression<?> strongest = expression(root, 0);
            if (presence != null) {
                all.add(presence == Presence.PRESENT ? cb.isNotNull(strongest) : cb.isNull(strongest));
            }
            if (last != null && presence != Presence.ABSENT) {
                all.add(compare(cb, strongest, orders.get(0), true));
            }
            if (last != null) {
                all.add(behind(root, cb, presence == Presence.ABSENT ? 1 : 0));
            }
            return cb.and(all.toArray(Predicate[]::new));
        };
    }

    /** Behind in the strongest order; or level with it and behind in the next; and so on. The number, last of all, decides. */
    private Predicate behind(Root<T> root, CriteriaBuilder cb, int from) {
        List<Predicate> ways = new ArrayList<>();
        List<Predicate> level = new ArrayList<>();
        for (int i = from; i < orders.size(); i++) {
            Expression<?> expression = expression(root, i);
            List<Predicate> way = new ArrayList<>(level);
            way.add(behind(cb, expression, orders.get(i)));
            ways.add(cb.and(way.toArray(Predicate[]::new)));
            Object value = value(orders.get(i));
            level.add(value == null ? cb.isNull(expression) : cb.equal(expression, value));
        }
        return cb.or(ways.toArray(Predicate[]::new));
    }

    /** Without a value means last when ascending, first when descending. */
    private Predicate behind(CriteriaBuilder cb, Expression<?> expression, Order order) {
        if (value(order) == null) {
            return order.descending() ? cb.isNotNull(expression) : cb.or();
        }
        Predicate further = compare(cb, expression, order, false);
        return order.descending() ? further : cb.or(further, cb.isNull(expression));
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private Predicate compare(CriteriaBuilder cb, Expression<?> expression, Order order, boolean level) {
        Expression<Comparable> comparable = (Expression<Comparable>) expression;
        Comparable value = (Comparable) value(order);
        if (order.descending()) {
            return level ? cb.lessThanOrEqualTo(comparable, value) : cb.lessThan(comparable, value);
        }
        return level ? cb.greaterThanOrEqualTo(comparable, value) : cb.greaterThan(comparable, value);
    }

    private Object value(Order order) {
        return last.get(order.field());
    }

    private Expression<?> expression(Root<T> root, int order) {
        return listing.expression(orders.get(order).field(), root);
    }
}
