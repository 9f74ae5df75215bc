package org.hindcast.schema;

import static org.hindcast.support.Person.asked;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.hindcast.support.Crowd;
import org.hindcast.support.Crowd.Answer;
import org.hindcast.support.DatabaseOutage;
import org.hindcast.support.Hindcast;
import org.hindcast.support.Person;
import org.hindcast.support.Visitor;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jsoup.Connection.Response;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The pool of connections on the server as {@code server-config} sets it up: it never turns into somebody's error 500. */
@ArquillianTest
@RunAsClient
class PoolIT {

    private static final String OURS = " from pg_stat_activity where application_name = 'hindcast'";
    private static final String SECOND = OURS.replace("'hindcast'", "'hindcast-schema'");
    private static final int MOST = 10;

    private final Visitor visitor = new Visitor();

    @BeforeEach
    void signIn() throws Exception {
        Person.signIn(visitor, Hindcast.ADMIN, Hindcast.adminPassword());
        assertEquals(200, visitor.get("admin/widgets").statusCode());
    }

    @Test
    @DisplayName("S0-15: after every pooled connection was cut, the next request is answered")
    void connections_that_were_cut_are_replaced_before_use() throws Exception {
        Crowd.of(MOST, number -> visitor.request("models"));
        assertTrue(Integer.parseInt(asked("select count(pg_terminate_backend(pid))" + OURS)) > 0);
        assertEquals(200, visitor.get("models").statusCode());
        assertEquals(List.of(200), statuses(Crowd.of(MOST, number -> visitor.request("models"))));
    }

    @Test
    @DisplayName("S0-16 S0-17 SEC-21: ten connections at most; who finds them taken waits 10 s and gets a clean 503")
    void the_eleventh_waits_ten_seconds_and_the_pool_recovers() throws Exception {
        int callers = 32;
        List<Answer> answers;
        int busy;
        try (Widgets widgets = Widgets.takingSeconds(13)) {
            var load = CompletableFuture.supplyAsync(() -> crowd(callers, "admin/widgets"));
            busy = mostBusy(load);
            answers = load.get();
        }
        assertEquals(MOST, busy);
        List<Answer> late = answers.stream().filter(a -> a.status() != 200).toList();
        assertEquals(callers - MOST, late.size(), answers.toString());
        for (Answer answer : late) {
            assertCleanlyUnavailable(answer.response());
            assertTrue(answer.took().toMillis() > 9_500, answer.toString());
            assertTrue(answer.took().toMillis() < 20_000, answer.toString());
        }
        assertEquals(List.of(200), statuses(Crowd.of(callers, number -> visitor.request("admin/widgets"))));
    }

    @Test
    @DisplayName("S0-18: a connection older than 300 s is not handed out")
    void an_old_connection_is_replaced() throws Exception {
        try (Aging aging = new Aging()) {
            Crowd.of(MOST, number -> visitor.request("models"));
            int old = aging.by("200 seconds", "hindcast");
            assertTrue(old > 0);
            assertEquals(List.of(200), statuses(Crowd.of(MOST, number -> visitor.request("models"))));
            assertEquals(old, aging.stillThere(), "kept before their time");
            aging.by("300 seconds", "hindcast");
            assertEquals(List.of(200), statuses(Crowd.of(MOST, number -> visitor.request("models"))));
            assertEquals(0, aging.handedOut());
            assertTrue(aging.stillThere() < old);
        }
    }

    @Test
    @DisplayName("S0-18: nor one of the second pool, which keeps the sums of predictions")
    void an_old_connection_of_the_second_pool_is_replaced() throws Exception {
        try (Aging aging = new Aging()) {
            assertEquals(200, visitor.get("admin/schema").statusCode());
            int old = aging.by("300 seconds", "hindcast-schema");
            assertTrue(old > 0);
            assertEquals(200, visitor.get("admin/schema").statusCode());
            assertEquals(0, aging.handedOut());
            assertTrue(aging.stillThere() < old);
            assertTrue(Integer.parseInt(asked("select count(*)" + SECOND)) <= 2);
        }
    }

    @Test
    @DisplayName("S0-19 SEC-21: while the database is away the answer is 503, and once it is back all is well")
    void a_restart_of_the_database_is_survived() throws Exception {
        Visitor stranger = new Visitor();
        Document form = stranger.page("signin");
        Crowd.of(MOST, number -> visitor.request("models"));
        try (DatabaseOutage outage = new DatabaseOutage()) {
            for (String path : List.of("models", "model?id=1", "admin/users", "admin/schema", "account/account")) {
                assertCleanlyUnavailable(visitor.get(path));
            }
            Response signIn = stranger.press(form, "#submit", Map.of("email", "admin", "password", "wrong"));
            assertCleanlyUnavailable(signIn);
            assertEquals(503, visitor.get("health/ready").statusCode());
            assertEquals(200, visitor.get("health/live").statusCode());
            assertEquals(200, new Visitor().get("signin").statusCode());
        }
        for (String path : List.of("models", "admin/schema", "admin/users", "model?id=1", "health/ready")) {
            assertEquals(200, visitor.get(path).statusCode(), path);
        }
        assertEquals(List.of(200), statuses(Crowd.of(MOST, number -> visitor.request("models"))));
    }

    @Test
    @DisplayName("S0-20 F14: a thousand requests that fail inside of a transaction leave no connection behind")
    void failing_requests_give_their_connection_back() throws Exception {
        for (int round = 0; round < 30; round++) {
            assertEquals(List.of(404), statuses(crowd(30, "admin/users?id=987654321")));
        }
        try (Widgets widgets = Widgets.missing()) {
            for (int round = 0; round < 10; round++) {
                assertEquals(List.of(500), statuses(crowd(10, "admin/widgets")));
            }
        }
        assertEquals("0", asked("select count(*)" + OURS + " and state <> 'idle' and pid <> pg_backend_pid()"));
        try (Widgets widgets = Widgets.takingSeconds(4)) {
            var load = CompletableFuture.supplyAsync(() -> crowd(MOST, "admin/widgets"));
            assertEquals(MOST, mostBusy(load), "connections that can still be used");
            assertEquals(List.of(200), statuses(load.get()));
        }
    }

    private static void assertCleanlyUnavailable(Response answer) throws Exception {
        Document page = answer.parse();
        assertEquals(503, answer.statusCode(), page.text());
        assertEquals("Hindcast is not ready", page.expectFirst("h1").text());
        assertTrue(page.expectFirst("#request-id").text().matches("[0-9a-f]{12}"), page.text());
        assertEquals("5", answer.header("Retry-After"));
        assertTrue(answer.header("Cache-Control").contains("no-store"));
        assertFalse(page.text().matches("(?s).*(Exception|SQL|org\\.|127\\.0\\.0\\.1).*"), page.text());
    }

    /** The most connections that were at work at the same time while the load lasted. */
    private static int mostBusy(CompletableFuture<?> load) throws Exception {
        int most = 0;
        boolean over = false;
        while (!over) {
            most = Math.max(most, Integer.parseInt(asked("select count(*)" + OURS + " and state = 'active'")));
            over = load.handle((answers, failure) -> true)
                    .completeOnTimeout(false, 200, TimeUnit.MILLISECONDS)
                    .join();
        }
        return most;
    }

    private List<Answer> crowd(int size, String path) {
        try {
            return Crowd.of(size, number -> visitor.request(path));
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static List<Integer> statuses(List<Answer> answers) {
        return answers.stream().map(Answer::status).distinct().sorted().toList();
    }
}
