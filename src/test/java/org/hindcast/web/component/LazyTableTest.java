package org.hindcast.web.component;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hindcast.persistence.Query;
import org.hindcast.persistence.Query.Filter;
import org.hindcast.persistence.Query.Order;
import org.hindcast.persistence.Rows;
import org.junit.jupiter.api.Test;

/** How the address of a list is read. */
class LazyTableTest {

    private static final List<Column> COLUMNS = List.of(
            Column.of("name", String.class),
            Column.of("size", Integer.class),
            Column.of("accuracy", Double.class),
            Column.of("createdAt", OffsetDateTime.class),
            Column.of("roles", String.class).choice(Map.of("Admin", 7)).unsorted(),
            Column.of("active", boolean.class).hidden());

    @Test
    void days_begin_and_end_where_the_reader_is() {
        Query query =
                table("f.createdAt.from=2026-03-28&f.createdAt.to=2026-03-29").getQuery();
        assertEquals(
                List.of(
                        new Filter("createdAt", Query.Test.FROM, OffsetDateTime.parse("2026-03-27T23:00Z")),
                        new Filter("createdAt", Query.Test.BEFORE, OffsetDateTime.parse("2026-03-29T22:00Z"))),
                query.filters());
    }

    @Test
    void each_filter_is_of_its_columns_type_and_what_can_not_be_read_is_told() {
        LazyTable table = table("f.name=a%&f.size.from=1&f.accuracy.to=0,5&f.roles=Admin&f.active=true");
        assertEquals(
                List.of(
                        new Filter("name", Query.Test.CONTAINS, "a%"),
                        new Filter("size", Query.Test.FROM, 1),
                        new Filter("accuracy", Query.Test.TO, 0.5),
                        new Filter("roles", Query.Test.EQUALS, 7),
                        new Filter("active", Query.Test.EQUALS, true)),
                table.getQuery().filters());
        LazyTable wrong = table("f.size.from=1.5&f.accuracy.to=NaN&f.createdAt.from=today&f.createdAt.to=+10000-01-01");
        assertEquals(List.of(), wrong.getQuery().filters());
        assertEquals("list.notNumber", wrong.problem("f.size.from"));
        assertEquals("list.notNumber", wrong.problem("f.accuracy.to"));
        assertEquals("list.notDate", wrong.problem("f.createdAt.from"));
        assertEquals("list.notDate", wrong.problem("f.createdAt.to"));
    }

    @Test
    void three_columns_sort_each_once_and_a_click_makes_one_the_first() {
        LazyTable table = table("sort=-size,name,size,roles,nothing,-createdAt,accuracy&page=4");
        assertEquals(
                List.of(new Order("size", true), new Order("name", false), new Order("createdAt", true)),
                table.getQuery().orders());
        assertEquals("/list?sort=name,-createdAt", table.sortLink(COLUMNS.get(1)), "after down comes not at all");
        assertEquals("/list?sort=name,-size,-createdAt", table.sortLink(COLUMNS.get(0)));
        assertEquals("/list?sort=-name", table("sort=name").sortLink(COLUMNS.get(0)));
        assertEquals("descending", table.ariaSort(COLUMNS.get(1)));
        assertNull(table.ariaSort(COLUMNS.get(0)));
        assertEquals(2, table.rank(COLUMNS.get(0)));
    }

    @Test
    void pages_lead_to_those_beside_them_and_to_none_beyond_the_ends() {
        LazyTable first = table("size=50");
        assertNull(first.getPrevious());
        assertEquals("/list?size=50&page=2", first.getNext());
        assertEquals(3, first.getPages());
        LazyTable last = table("size=50&page=3");
        assertEquals("101 to 120", last.getFrom() + " to " + last.getTo());
        assertNull(last.getNext());
        assertEquals("/list?size=50&page=2", last.getPrevious());
        assertEquals("/list?size=50", table("size=50&page=2").getPrevious());
        assertEquals(
                "1 20",
                table("size=7&page=-1").getPage() + " " + table("size=7&page=x").getSize());
    }

    @Test
    void the_first_column_is_always_shown_and_hidden_ones_when_asked_for() {
        assertEquals(
                List.of("name", "size", "accuracy", "createdAt", "roles"),
                table("").getQuery().columns());
        assertEquals(
                List.of("name", "active"),
                table("columns=active,nothing").getQuery().columns());
    }

    /** A hundred and twenty rows. */
    private static LazyTable table(String query) {
        Map<String, String[]> parameters = new java.util.LinkedHashMap<>();
        for (String pair : query.isEmpty() ? new String[0] : query.split("&")) {
            parameters.put(pair.split("=", 2)[0], new String[] {pair.split("=", 2)[1]});
        }
        return new LazyTable(Address.of("/list", parameters), COLUMNS, LazyTableTest::rows, ZoneId.of("Europe/Berlin"));
    }

    private static Rows rows(Query query) {
        int size = Math.max(0, Math.min(query.size(), 120 - query.first()));
        return new Rows(java.util.Collections.nCopies(size, new HashMap<>()), 120, 1_000);
    }
}
