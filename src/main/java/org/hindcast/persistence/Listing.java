package org.hindcast.persistence;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.From;
import jakarta.persistence.criteria.JoinType;
import jakarta.persistence.criteria.Path;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import jakarta.persistence.criteria.Selection;
import jakarta.persistence.metamodel.Attribute;
import jakarta.persistence.metamodel.ManagedType;
import java.util.ArrayList;
import java.util.Arrays;
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

    private final EntityManager em;
    private final Class<T> type;
    private final List<String> searched;
    private final Map<String, Computed> computed;

    /** @param computed columns that a function of the database makes from the record's number: column to what makes it */
    Listing(EntityManager em, Class<T> type, List<String> searched, Map<String, Computed> computed) {
        this.em = em;
        this.type = type;
        this.searched = searched;
        this.computed = computed;
    }

    Class<?> typeOf(String field) {
        if (computed.containsKey(field)) {
            return computed.get(field).type();
        }
        ManagedType<?> owner = em.getMetamodel().entity(type);
        Class<?> found = type;
        for (String step : field.split("\\.")) {
            Attribute<?, ?> attribute = owner.getAttribute(step);
            found = attribute.getJavaType();
            owner = attribute.isAssociation() ? em.getMetamodel().entity(found) : owner;
        }
        return found;
    }

    List<Map<String, Object>> rows(Query query, Function<Filter, Condition<T>> special) {
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

    /** The number of rows that match; one more than {@link Rows#COUNTED} when there are more. Asks at most once. */
    int count(Query query, int read, Function<Filter, Condition<T>> special) {
        boolean lastPage = read < query.size() && (read > 0 || query.first() == 0);
        if (lastPage || read > 0 && query.first() >= Rows.COUNTED) {
            return Math.min(query.first() + read, Rows.COUNTED + 1);
        }
        int counted = LARGE.contains(type) ? countToBound(query, special) : countAll(query, special);
        if (counted > Rows.COUNTED) {
            LARGE.add(type);
        }
        return Math.min(counted, Rows.COUNTED + 1);
    }

    private List<Map<String, Object>> read(Query query, Function<Filter, Condition<T>> special) {
        CriteriaBuilder cb = em.getCriteriaBuilder();
        CriteriaQuery<Tuple> select = cb.createTupleQuery();
        List<String> columns = new ArrayList<>(List.of("id"));
        query.columns().stream().filter(column -> !column.equals("id")).forEach(columns::add);
        Paths paths = new Paths(select.from(type));
        List<Selection<?>> selected = new ArrayList<>();
        columns.forEach(column -> selected.add(expression(column, paths)));
        select.multiselect(selected);
        select.where(conditions(query, paths, select, special));
        select.orderBy(orders(query, paths));
        return em.createQuery(select).setFirstResult(query.first()).setMaxResults(query.size()).getResultList().stream()
                .map(tuple -> row(columns, tuple))
                .toList();
    }

    /**
     * In a table that is known to be large, never counts far beyond the bound: looks for the row behind it when nothing keeps
     * rows out, and else reads the numbers of those that are left, because a second question would cost more.
     */
    private int countToBound(Query query, Function<Filter, Condition<T>> special) {
        if (!query.filters().isEmpty() || !query.search().isEmpty()) {
            return numbers(query, special, 0, Rows.COUNTED + 1);
        }
        if (numbers(query, special, Rows.COUNTED, 1) > 0) {
            return Rows.COUNTED + 1;
        }
        LARGE.remove(type);
        return countAll(query, special);
    }

    private int numbers(Query query, Function<Filter, Condition<T>> special, int first, int most) {
        CriteriaQuery<Integer> select = em.getCriteriaBuilder().createQuery(Integer.class);
        Root<T> root = select.from(type);
        select.select(root.get("id")).where(conditions(query, new Paths(root), select, special));
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
        select.select(cb.count(root)).where(conditions(query, new Paths(root), select, special));
        return em.createQuery(select).getSingleResult().intValue();
    }

    /** The column, or the path through associations, for a condition on rows of this root. */
    Expression<?> expression(String column, Root<T> root) {
        return expression(column, new Paths(root));
    }

    private Expression<?> expression(String column, Paths paths) {
        Computed made = computed.get(column);
        return made == null
                ? paths.get(column)
                : em.getCriteriaBuilder().function(made.function(), made.type(), paths.get("id"));
    }

    private static Map<String, Object> row(List<String> columns, Tuple tuple) {
        Map<String, Object> row = new HashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            row.put(columns.get(i), tuple.get(i));
        }
        return row;
    }

    private Predicate[] conditions(
            Query query, Paths paths, CriteriaQuery<?> select, Function<Filter, Condition<T>> special) {
        List<Predicate> all = new ArrayList<>();
        CriteriaBuilder cb = em.getCriteriaBuilder();
        for (Filter filter : query.filters()) {
            if (filter.test() == Query.Test.AFTER) {
                all.add(after(query, paths, (List<?>) filter.value()));
                continue;
            }
            Condition<T> own = special.apply(filter);
            all.add(own == null ? test(filter, paths) : own.on(paths.root, select, cb));
        }
        if (!query.search().isEmpty() && !searched.isEmpty()) {
            all.add(cb.or(searched.stream()
                    .map(field -> contains(paths.get(field), query.search()))
                    .toArray(Predicate[]::new)));
        }
        return all.toArray(Predicate[]::new);
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private Predicate test(Filter filter, Paths paths) {
        CriteriaBuilder cb = em.getCriteriaBuilder();
        Expression path = expression(filter.field(), paths);
        return switch (filter.test()) {
            case CONTAINS -> contains(path, filter.value().toString());
            case EQUALS -> cb.equal(path, filter.value());
            case FROM -> cb.greaterThanOrEqualTo(path, (Comparable) filter.value());
            case TO -> cb.lessThanOrEqualTo(path, (Comparable) filter.value());
            case BEFORE -> cb.lessThan(path, (Comparable) filter.value());
            case ONE_OF -> path.in((Collection) filter.value());
            case AFTER -> throw new IllegalArgumentException("It is a question of all orders, not of one field.");
        };
    }

    private Predicate after(Query query, Paths paths, List<?> values) {
        return new After(em.getCriteriaBuilder(), query.totalOrder(), field -> expression(field, paths)).row(values);
    }

    @SuppressWarnings("unchecked")
    private Predicate contains(Expression<?> path, String text) {
        CriteriaBuilder cb = em.getCriteriaBuilder();
        String literal = text.toLowerCase(Locale.ROOT).replaceAll("([\\\\%_])", "\\\\$1");
        Expression<String> lower = cb.lower((Expression<String>) path);
        return cb.like(lower, "%" + literal + "%", '\\');
    }

    private List<jakarta.persistence.criteria.Order> orders(Query query, Paths paths) {
        CriteriaBuilder cb = em.getCriteriaBuilder();
        return query.totalOrder().stream()
                .map(order -> {
                    Expression<?> path = expression(order.field(), paths);
                    return order.descending() ? cb.desc(path) : cb.asc(path);
                })
                .toList();
    }

    /** Each association is joined once, to the left, however many columns lead through it. */
    private final class Paths {
        private final Root<T> root;
        private final Map<String, From<?, ?>> joins = new HashMap<>();

        Paths(Root<T> root) {
            this.root = root;
        }

        Path<?> get(String field) {
            String[] steps = field.split("\\.");
            From<?, ?> from = root;
            for (String step : Arrays.copyOf(steps, steps.length - 1)) {
                From<?, ?> parent = from;
                from = joins.computeIfAbsent(step, s -> parent.join(s, JoinType.LEFT));
            }
            return from.get(steps[steps.length - 1]);
        }
    }
}
