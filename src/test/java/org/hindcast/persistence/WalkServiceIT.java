package org.hindcast.persistence;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.UserTransaction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.hindcast.persistence.Query.Order;
import org.hindcast.user.UserService;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Walks through more people than a slice holds: 4,500, of whom a third never signed in and many are called the same. */
@ExtendWith(ArquillianExtension.class)
@Tag("thread")
class WalkServiceIT {

    private static final String GATHER = """
            insert into users (username, email, first_name, last_name, password_hash, active, last_login_at, login_count)
            select 'walker' || n, 'walker' || n || '@example.org', 'Wal' || n %% 7, 'Ker', '', n %% 2 = 0,
                   case when n %% 3 > 0 then timestamptz '2026-01-01' + n %% 11 * interval '1 day' + interval '1 microsecond' end, nullif(n %% 5, 0)
            from generate_series(1, %d) n
            """;

    private static final String LATE = """
            insert into users (username, email, first_name, last_name, password_hash)
            values ('walkerz', 'walkerz@example.org', 'Z', 'Z', '')
            """;
    private static final int CROWD = 4_500;
    private static final List<String> ORDERS = List.of(
            "",
            "-id",
            "username",
            "-lastLoginAt",
            "lastLoginAt",
            "loginCount,-lastLoginAt",
            "-loginCount,fullName",
            "active,-loginCount,email",
            "-active,lastLoginAt",
            "fullName,-id",
            "id,username",
            "active,-id,email");

    private static final int PAGE = 400;

    /** Orders, and how PostgreSQL is told the same. */
    private static final Map<String, String> EMPTY_LAST = Map.of(
            "lastLoginAt", "last_login_at, id",
            "-lastLoginAt", "last_login_at desc nulls last, id desc",
            "-loginCount,-lastLoginAt", "login_count desc nulls last, last_login_at desc nulls last, id desc",
            "active,-loginCount", "active, login_count desc nulls last, id desc");

    @Inject
    private UserService users;

    @PersistenceContext
    private EntityManager em;

    @Resource
    private UserTransaction transaction;

    @Test
    void every_row_comes_once_and_in_the_order_of_the_list() {
        inACrowd(() -> assertAll(ORDERS.stream().map(sort -> () -> {
            Query query = new Query(0, 10_000, orders(sort), List.of(), "walker", List.of("username"));
            List<Object> walked = new ArrayList<>();
            users.walk(query, row -> walked.add(row.get("id")));
            assertEquals(users.rows(query).stream().map(row -> row.get("id")).toList(), walked, sort);
            assertEquals(CROWD, walked.size());
        })));
    }

    @Test
    void pages_follow_each_other_and_who_has_no_value_comes_last_up_and_down() {
        inACrowd(() -> assertAll(EMPTY_LAST.entrySet().stream().map(order -> () -> {
            List<Object> paged = new ArrayList<>();
            for (int first = 0; first <= CROWD; first += PAGE) {
                Query page = new Query(first, PAGE, orders(order.getKey()), List.of(), "walker", List.of());
                users.rows(page).forEach(row -> paged.add(row.get("id")));
            }
            String all = "select id from users where username like 'walker%' order by " + order.getValue();
            assertEquals(em.createNativeQuery(all).getResultList(), paged, order.getKey());
        })));
    }

    @Test
    void in_a_large_table_matches_are_counted_to_two_hundred_and_all_of_them_when_it_is_small_again() {
        Query everybody = Query.of(20, "username");
        Query walkers = new Query(0, 20, List.of(), List.of(), "walker", List.of("username"));
        int before = users.list(everybody).total();
        inACrowd(Rows.COUNTED + 1, () -> {
            assertEquals(Rows.COUNTED + 1, users.list(everybody).total());
            Map.of(0, 201, 180, 201, 200, 221, 1_500, 1_521).forEach((first, total) -> {
                Rows page = users.list(walkers.slice(first, 20));
                assertEquals(20, page.rows().size());
                assertEquals(total, page.total());
                assertTrue(page.beyondCount());
            });
            for (int first : List.of(Rows.COUNTED, Rows.COUNTED - 19, 2 * Rows.COUNTED)) {
                Rows last = users.list(walkers.slice(first, 20));
                assertEquals(Rows.COUNTED + 1, last.total(), "the end is known from " + first);
                assertFalse(last.beyondCount());
            }
        });
        assertEquals(before, users.list(everybody).total());
        inACrowd(() -> assertEquals(CROWD, users.list(walkers).total()));
    }

    @Test
    void the_last_row_is_not_read_before_the_first_is_taken() {
        Query query = new Query(0, 20, orders("username"), List.of(), "walker", List.of("username"));
        List<Object> walked = new ArrayList<>();
        inACrowd(() -> users.walk(query, row -> {
            if (walked.isEmpty()) {
                execute(LATE);
            }
            walked.add(row.get("username"));
        }));
        assertEquals("walkerz", walked.get(CROWD));
    }

    @Test
    void who_has_enough_stops_the_walk() {
        List<Object> walked = new ArrayList<>();
        assertThrows(
                IllegalStateException.class,
                () -> users.walk(Query.of(20, "username"), row -> {
                    walked.add(row);
                    throw new IllegalStateException("enough");
                }));
        assertEquals(1, walked.size());
    }

    @Test
    void nothing_is_a_short_walk() {
        Query query = new Query(0, 20, orders("-email"), List.of(), "there is nobody of this name", List.of());
        users.walk(query, row -> assertTrue(false, row::toString));
    }

    private void inACrowd(Runnable act) {
        inACrowd(CROWD, act);
    }

    private void inACrowd(int size, Runnable act) {
        execute(GATHER.formatted(size));
        try {
            act.run();
        } finally {
            execute("delete from users where username like 'walker%'");
        }
    }

    private static List<Order> orders(String sort) {
        return Arrays.stream(sort.split(","))
                .filter(field -> !field.isEmpty())
                .map(field -> new Order(field.replaceFirst("^-", ""), field.startsWith("-")))
                .toList();
    }

    private void execute(String sql) {
        try {
            transaction.begin();
            em.createNativeQuery("set local statement_timeout = 120000").executeUpdate();
            em.createNativeQuery(sql).executeUpdate();
            transaction.commit();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
