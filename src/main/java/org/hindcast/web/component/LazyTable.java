package org.hindcast.web.component;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hindcast.persistence.Query;
import org.hindcast.persistence.Rows;

/**
 * A list whose whole state is its address: page, size, order, filters, search and columns. It asks the service for one page,
 * and only when somebody looks.
 */
public final class LazyTable {

    /** Sizes of a page that may be chosen. */
    public static final List<Integer> SIZES = List.of(20, 50, 100);

    private static final int LONGEST_SEARCH = 200;
    private static final int MOST_ORDERS = 3;
    private static final int LAST_PAGE = 10_000_000;

    private final Address address;
    private final List<Column> all;
    private final Function<Query, Rows> source;
    private final Filters filters;
    private final List<Query.Order> orders;
    private final List<Column> columns;
    private Rows rows;

    /**
     * @param address that was asked for
     * @param columns that there are, in order
     * @param source that answers a query, a service's {@code list}
     * @param zone of the reader, in which days begin
     */
    public LazyTable(Address address, List<Column> columns, Function<Query, Rows> source, ZoneId zone) {
        this.address = address;
        this.all = columns;
        this.source = source;
        this.filters = new Filters(address, columns, zone);
        this.orders = orders(address.get("sort"));
        this.columns = chosen(address.get("columns"));
    }

    public Address getAddress() {
        return address;
    }

    public List<Column> getAllColumns() {
        return all;
    }

    /** Those that are shown, the first one always. */
    public List<Column> getColumns() {
        return columns;
    }

    public boolean isShown(Column column) {
        return getColumns().contains(column);
    }

    /** The question that the list is an answer to. */
    public Query getQuery() {
        List<String> fields = getColumns().stream().map(Column::getField).toList();
        return new Query((getPage() - 1) * getSize(), getSize(), orders, filters.read(), getSearch(), fields);
    }

    public List<Map<String, Object>> getRows() {
        return answer().rows();
    }

    public int getTotal() {
        return answer().total();
    }

    /** Whether there are more than were counted. */
    public boolean isBeyondCount() {
        return answer().beyondCount();
    }

    /** How many are counted at most. */
    public int getCounted() {
        return answer().bound();
    }

    public boolean isNone() {
        return getRows().isEmpty();
    }

    /** Whether something keeps rows out. */
    public boolean isFiltered() {
        return getQuery().isNarrow();
    }

    public String getSearch() {
        String text = address.get("q").replace("\0", "").strip();
        return text.length() > LONGEST_SEARCH ? text.substring(0, LONGEST_SEARCH) : text;
    }

    public int getPage() {
        String text = address.get("page");
        return text.matches("[1-9]\\d{0,8}") ? Math.min(Integer.parseInt(text), LAST_PAGE) : 1;
    }

    public int getSize() {
        return SIZES.stream()
                .filter(s -> s.toString().equals(address.get("size")))
                .findFirst()
                .orElse(SIZES.get(0));
    }

    public List<Integer> getSizes() {
        return SIZES;
    }

    /** Number of the first row shown, counted from 1. */
    public int getFrom() {
        return (getPage() - 1) * getSize() + 1;
    }

    public int getTo() {
        return getFrom() + getRows().size() - 1;
    }

    /** Number of the last page, as far as rows were counted. */
    public int getPages() {
        return Math.max(1, (getTotal() + getSize() - 1) / getSize());
    }

    public String getPrevious() {
        return getPage() > 1
                ? address.with("page", getPage() == 2 ? "" : getPage() - 1).toString()
                : null;
    }

    public String getNext() {
        return !isNone() && getTo() < getTotal()
                ? address.with("page", getPage() + 1).toString()
                : null;
    }

    /** Where a click on the heading leads: first ascending, then descending, then not sorted by it; former orders stay behind it. */
    public String sortLink(Column column) {
        List<String> others = orders.stream()
                .filter(o -> !o.field().equals(column.getField()))
                .map(LazyTable::text)
                .toList();
        List<String> sorted = new ArrayList<>();
        boolean leads = !orders.isEmpty() && orders.get(0).field().equals(column.getField());
        if (!leads) {
            sorted.add(column.getField());
        } else if (!orders.get(0).descending()) {
            sorted.add("-" + column.getField());
        }
        sorted.addAll(others);
        return address.without("page")
                .with("sort", String.join(",", sorted.subList(0, Math.min(MOST_ORDERS, sorted.size()))))
                .toString();
    }

    /** {@code asc}, {@code desc}, or null when it is not sorted by that column. */
    public String sorted(Column column) {
        return orders.stream()
                .filter(o -> o.field().equals(column.getField()))
                .map(o -> o.descending() ? "desc" : "asc")
                .findFirst()
                .orElse(null);
    }

    /** {@code ascending} or {@code descending} for the column that leads the order, else null. */
    public String ariaSort(Column column) {
        boolean leads = !orders.isEmpty() && orders.get(0).field().equals(column.getField());
        return leads ? (orders.get(0).descending() ? "descending" : "ascending") : null;
    }

    /** 1 for the column that leads the order; null when there is no other. */
    public Integer rank(Column column) {
        List<String> fields = orders.stream().map(Query.Order::field).toList();
        return orders.size() > 1 && fields.contains(column.getField()) ? fields.indexOf(column.getField()) + 1 : null;
    }

    /** What was typed into a filter, as it was typed. */
    public String typed(String parameter) {
        return address.get(parameter);
    }

    /** Key of the sentence that says what is wrong with a filter, or null. */
    public String problem(String parameter) {
        return filters.problems().get(parameter);
    }

    public boolean isWrong() {
        return !filters.problems().isEmpty();
    }

    /** The parameters of the filters that are set. */
    public List<String> getActive() {
        return address.names(Filters.PREFIX);
    }

    public String without(String parameter) {
        return address.without("page", parameter).toString();
    }

    /** The same list without any filter or search. */
    public String getCleared() {
        return address.without("page", "q", Filters.PREFIX + "*").toString();
    }

    private List<Column> chosen(String text) {
        List<String> chosen = Arrays.asList(text.split(","));
        return all.stream()
                .filter(c -> c == all.get(0) || (text.isEmpty() ? !c.isHidden() : chosen.contains(c.getField())))
                .toList();
    }

    private List<Query.Order> orders(String text) {
        List<String> sortable =
                all.stream().filter(Column::isSortable).map(Column::getField).toList();
        return Arrays.stream(text.split(","))
                .map(part -> new Query.Order(part.replaceFirst("^-", ""), part.startsWith("-")))
                .filter(order -> sortable.contains(order.field()))
                .collect(Collectors.toMap(
                        Query.Order::field, o -> o, (first, again) -> first, java.util.LinkedHashMap::new))
                .values()
                .stream()
                .limit(MOST_ORDERS)
                .toList();
    }

    private static String text(Query.Order order) {
        return (order.descending() ? "-" : "") + order.field();
    }

    private Rows answer() {
        if (rows == null) {
            rows = source.apply(getQuery());
        }
        return rows;
    }
}
