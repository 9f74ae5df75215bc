package org.hindcast.persistence;

import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Predicate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The rows that come after one row in the order of a list. Unlike an offset it stays right while rows come and go, and it costs
 * the same on every page. Rows without a value are last, up or down.
 */
final class After {

    private final CriteriaBuilder cb;
    private final List<Query.Order> orders;
    private final Function<String, Expression<?>> paths;

    /** @param orders all of them, the tiebreaker too */
    After(CriteriaBuilder cb, List<Query.Order> orders, Function<String, Expression<?>> paths) {
        this.cb = cb;
        this.orders = orders;
        this.paths = paths;
    }

    /** @param values of the row, one for each order */
    Predicate row(List<?> values) {
        List<Predicate> either = new ArrayList<>();
        List<Predicate> ties = new ArrayList<>();
        for (int i = 0; i < orders.size(); i++) {
            Expression<?> path = paths.apply(orders.get(i).field());
            Predicate beyond = beyond(path, values.get(i), orders.get(i).descending());
            if (beyond != null) {
                List<Predicate> all = new ArrayList<>(ties);
                all.add(beyond);
                either.add(cb.and(all.toArray(Predicate[]::new)));
            }
            ties.add(values.get(i) == null ? cb.isNull(path) : cb.equal(path, values.get(i)));
        }
        return cb.or(either.toArray(Predicate[]::new));
    }

    /** At this value of the strongest order or beyond: a plain comparison, which an index serves. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    Predicate from(Object value) {
        Expression path = paths.apply(orders.get(0).field());
        return orders.get(0).descending()
                ? cb.lessThanOrEqualTo(path, (Comparable) value)
                : cb.greaterThanOrEqualTo(path, (Comparable) value);
    }

    /** Null when nothing is. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    private Predicate beyond(Expression path, Object value, boolean descending) {
        if (value == null) {
            return null;
        }
        Predicate further =
                descending ? cb.lessThan(path, (Comparable) value) : cb.greaterThan(path, (Comparable) value);
        return cb.or(further, cb.isNull(path));
    }
}
