package org.hindcast.persistence;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Order;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import jakarta.persistence.criteria.Selection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.hindcast.persistence.Query.Filter;

/** Answers a {@link Query} about one entity: reads only the columns asked for, sorts with a unique tiebreaker, counts to a bound. */
final class Listing<T extends BaseEntity> {

    /** Kinds of which there were more records than are counted, when they were last counted. */
    private static final Set<Class<?>> LARGE = ConcurrentHashMap.newKeySet();

    /** Tests that no room has a meaning of its own for. */
    private static final Set<Query.Test> GENERAL = Set.of(Query.Test.PRESENT, Query.Test.ABSENT, Query.Test.AFTER);

    private final EntityManager em;
    private final Class<T> type;
    private final List<String> searched;
    private final Columns<T> columns;

    Listing(EntityManager em, Class<T> type, List<String> searched, Columns<T> columns) {
        this.em = em;
        this.type = type;
        this.searched = searched;
        this.columns = columns;
    }

    Columns<T> columns() {
        return columns;
    }

    /** One page. Going down PostgreSQL puts rows without a value first; they are asked for by themselves, where the others end. */
    List<Map<String, Object>> rows(Query query, Function<Filter, Condition<T>> special) {
        Query.Order strongest = query.totalOrder().get(0);
        if (!strongest.descending() || !columns.isOptional(strongest.field())) {
            return slice(query, special);
        }
        Query present = query.where(Query.Test.PRESENT);
        List<Map<String, Object>> rows = new ArrayList<>(slice(present, special));
        int end = query.first() + rows.size();
        if (rows.size() < query.size()) {
            int there = rows.isEmpty() && end > 0 ? countAll(present, special) : end;
            Query absent = query.where(Query.Test.ABSENT);
            rows.addAll(slice(absent.slice(end - there, query.size() - rows.size()), special));
        }
        return rows;
    }

    List<Map<String, Object>> slice(Query query, Function<Filter, Condition<T>> special) {
        if (query.first() < Rows.COUNTED) {
            return read(query, special);
        }
        List<Object> numbers = read(
                        new Query(
                                query.first(),
                                query.size(),
                                query.orders(),
                                query.filters(),
                                query.search(),
                                List.of()),
                        special)
                .stream()
                .map(row -> row.get("id"))
                .toList();
        Filter these = new Filter("id", Query.Test.ONE_OF, numbers);
        return numbers.isEmpty()
                ? List.of()
                : read(new Query(0, query.size(), query.orders(), List.of(these), "", query.columns()), special);
    }

    /** The page with the number of rows that match. One row more is read than it shows, which often says all there is to count. */
    Rows page(Query query, Function<Filter, Condition<T>> special) {
        List<Map<String, Object>> read = rows(query.slice(query.first(), query.size() + 1), special);
        boolean more = read.size() > query.size();
        List<Map<String, Object>> rows = more ? read.subList(0, query.size()) : read;
        boolean among = LARGE.contains(type) && query.isNarrow();
        int bound = among ? Rows.COUNTED_AMONG_MANY : Rows.COUNTED;
        int end = query.first() + rows.size();
        if (more && end >= bound) {
            return new Rows(rows, end + 1, end);
        } else if (more) {
            int counted = among ? numbers(query, special, 0, bound + 1) : count(query, special);
            return new Rows(rows, counted, bound);
        }
        int all = rows.isEmpty() && end > 0 ? countAll(query, special) : end;
        return new Rows(rows, all, Math.max(bound, all));
    }

    private List<Map<String, Object>> read(Query query, Function<Filter, Condition<T>> special) {
        CriteriaBuilder cb = em.getCriteriaBuilder();
        CriteriaQuery<Tuple> select = cb.createTupleQuery();
        List<String> names = new ArrayList<>(List.of("id"));
        query.columns().stream().filter(column -> !column.equals("id")).forEach(names::add);
        Paths<T> paths = new Paths<>(select.from(type));
        List<Selection<?>> selected = new ArrayList<>();
        names.forEach(name -> selected.add(columns.of(name, paths)));
        select.multiselect(selected);
        select.orderBy(orders(query, paths)); // before the conditions, which may ask for it
        select.where(conditions(query, paths, select, special));
        return em.createQuery(select).setFirstResult(query.first()).setMaxResults(query.size()).getResultList().stream()
                .map(tuple -> row(names, tuple))
                .toList();
    }

    /**
     * Up to one more than the bound. In a table that is known to be large, looks for the row behind the bound and counts all
     * only where there is none any more.
     */
    private int count(Query query, Function<Filter, Condition<T>> special) {
        if (LARGE.contains(type) && numbers(query, special, Rows.COUNTED, 1) > 0) {
            return Rows.COUNTED + 1;
        }
        int counted = countAll(query, special);
        if (counted > Rows.COUNTED) {
            LARGE.add(type);
        } else if (!query.isNarrow()) {
            LARGE.remove(type);
        }
        return Math.min(counted, Rows.COUNTED + 1);
    }

    private int numbers(Query query, Function<Filter, Condition<T>> special, int first, int most) {
        CriteriaQuery<Integer> select = em.getCriteriaBuilder().createQuery(Integer.class);
        Root<T> root = select.from(type);
        select.select(root.get("id")).where(conditions(query, new Paths<>(root), select, special));
        return em.createQuery(select)
                .setFirstResult(first)
                .setMaxResults(most)
                .getResultList()
                .size();
    }

    private int countAll(Query query, Function<Filter, Condition<T>> special) {
        CriteriaBuilder cb = em.getCriteriaBuilder();
        CriteriaQuery<Long> select = cb.createQuery(Long.class);
        Root<T> root = select.from(type);
        select.select(cb.count(root)).where(conditions(query, new Paths<>(root), select, special));
        return em.createQuery(select).getSingleResult().intValue();
    }

    private static Map<String, Object> row(List<String> names, Tuple tuple) {
        Map<String, Object> row = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            row.put(names.get(i), tuple.get(i));
        }
        return row;
    }

    private Predicate[] conditions(
            Query query, Paths<T> paths, CriteriaQuery<?> select, Function<Filter, Condition<T>> special) {
        List<Predicate> all = new ArrayList<>();
        CriteriaBuilder cb = em.getCriteriaBuilder();
        for (Filter filter : query.filters()) {
            Condition<T> own = GENERAL.contains(filter.test()) ? null : special.apply(filter);
            all.add(own == null ? test(filter, query, paths) : own.on(paths.root(), select, cb));
        }
        if (!query.search().isEmpty() && !searched.isEmpty()) {
            all.add(cb.or(searched.stream()
                    .map(field -> contains(field, paths.get(field), query.search()))
                    .toArray(Predicate[]::new)));
        }
        return all.toArray(Predicate[]::new);
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private Predicate test(Filter filter, Query query, Paths<T> paths) {
        CriteriaBuilder cb = em.getCriteriaBuilder();
        Expression path = columns.of(filter.field(), paths);
        return switch (filter.test()) {
            case CONTAINS -> contains(filter.field(), path, filter.value().toString());
            case EQUALS -> cb.equal(path, filter.value());
            case FROM -> cb.greaterThanOrEqualTo(path, (Comparable) filter.value());
            case TO -> cb.lessThanOrEqualTo(path, (Comparable) filter.value());
            case BEFORE -> cb.lessThan(path, (Comparable) filter.value());
            case ONE_OF -> path.in((Collection) filter.value());
            case PRESENT -> cb.isNotNull(path);
            case ABSENT -> cb.isNull(path);
            case AFTER ->
                new After(cb, query.totalOrder(), field -> columns.of(field, paths)).row((List<?>) filter.value());
        };
    }

    @SuppressWarnings("unchecked")
    private Predicate contains(String field, Expression<?> path, String text) {
        CriteriaBuilder cb = em.getCriteriaBuilder();
        String literal = text.toLowerCase(Locale.ROOT).replaceAll("([\\\\%_])", "\\\\$1");
        Expression<String> stored = (Expression<String>) path;
        Expression<String> lower = columns.isLowerCase(field) ? stored : cb.lower(stored);
        return cb.like(lower, "%" + literal + "%", '\\');
    }

    /** What is weaker than the first and may be missing is sorted by whether it is, and then by itself. */
    private List<Order> orders(Query query, Paths<T> paths) {
        CriteriaBuilder cb = em.getCriteriaBuilder();
        List<Order> all = new ArrayList<>();
        for (Query.Order order : query.totalOrder()) {
            Expression<?> path = columns.of(order.field(), paths);
            if (!all.isEmpty() && order.descending() && columns.isOptional(order.field())) {
                all.add(cb.asc(cb.selectCase().when(cb.isNull(path), 1).otherwise(0)));
            }
            all.add(order.descending() ? cb.desc(path) : cb.asc(path));
        }
        return all;
    }
}
