package org.hindcast.widget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.UserTransaction;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.hindcast.Refusal;
import org.hindcast.persistence.Actor;
import org.hindcast.persistence.Conflict;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a transaction keeps to itself: inside of the server, with a record that only the tests know. */
@ArquillianTest
@Tag("thread")
class WidgetServiceIT {

    private static final int RACES = 1_000;

    @Inject
    private WidgetService widgets;

    @PersistenceContext
    private EntityManager em;

    @Inject
    private UserTransaction transaction;

    @Resource
    private ManagedExecutorService threads;

    @Resource(lookup = "java:comp/env/jdbc/hindcast")
    private DataSource pool;

    @Test
    @DisplayName("S1-01: fifty at once never see what another has not yet stored")
    void nobody_sees_what_another_has_pending() throws Exception {
        List<Future<Long>> seen = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            String name = "pending-" + i;
            seen.add(threads.submit((Callable<Long>) () -> seenBesidesOwn(name)));
        }
        for (Future<Long> others : seen) {
            assertEquals(1, others.get(1, TimeUnit.MINUTES));
        }
        assertEquals(0, count("pending-%"));
    }

    @Test
    @DisplayName("S1-02 S1-03: an exception takes back everything that the request did")
    void a_refusal_takes_back_what_went_before() throws Exception {
        transaction.begin();
        widgets.create(widget("kept-not"), Actor.SYSTEM);
        assertEquals(1, count("kept-%"));
        assertThrows(
                Refusal.class, () -> widgets.create(widget("kept-not"), Actor.SYSTEM), "the second of a unique name");
        assertEquals(jakarta.transaction.Status.STATUS_MARKED_ROLLBACK, transaction.getStatus());
        transaction.rollback();
        assertEquals(0, count("kept-%"));
    }

    @Test
    @DisplayName("S1-03 S1-04: what was made in any method is stored once the transaction is committed")
    void what_is_committed_stays() throws Exception {
        Widget stored = widgets.create(widget("stays"), Actor.SYSTEM);
        assertEquals("stays", widgets.find(stored.getId()).getName());
        widgets.delete(stored.getId(), null, Actor.SYSTEM);
        assertEquals(0, count("stays"));
    }

    @Test
    @DisplayName(
            "SEC-19: of two who save at once one wins, the other sees both values: no update is lost in 1,000 races")
    void of_two_who_save_at_once_one_wins() throws Exception {
        int id = widgets.create(widget("raced"), Actor.SYSTEM).getId();
        int begun = widgets.find(id).getVersion();
        for (int race = 0; race < RACES; race++) {
            int version = begun + race;
            String one = "one " + race;
            String other = "other " + race;
            Future<Boolean> first = threads.submit((Callable<Boolean>) () -> wins(id, version, one));
            Future<Boolean> second = threads.submit((Callable<Boolean>) () -> wins(id, version, other));
            boolean firstWon = first.get(1, TimeUnit.MINUTES);
            assertNotEquals(firstWon, second.get(1, TimeUnit.MINUTES));
            Widget stored = widgets.find(id);
            assertEquals(firstWon ? one : other, stored.getName());
            assertEquals(version + 1, stored.getVersion());
        }
        widgets.delete(id, null, Actor.SYSTEM);
    }

    @Test
    @DisplayName("SEC-19: the same change sent twice at once is made once, and nobody meets an error")
    void the_same_change_sent_twice_is_made_once() throws Exception {
        int id = widgets.create(widget("doubled"), Actor.SYSTEM).getId();
        Widget one = widgets.find(id);
        Widget other = widgets.find(id);
        one.setName("the same");
        other.setName("the same");
        int saved = widgets.update(one, one.getVersion(), Actor.SYSTEM).getVersion();
        assertEquals(
                saved, widgets.update(other, other.getVersion(), Actor.SYSTEM).getVersion());
        widgets.delete(id, null, Actor.SYSTEM);
    }

    /** Whether it was saved; else both values are told. */
    private boolean wins(int id, int version, String name) {
        Widget mine = widgets.find(id);
        mine.setName(name);
        try {
            widgets.update(mine, version, Actor.SYSTEM);
            return true;
        } catch (Conflict conflict) {
            assertEquals(version + 1, conflict.stored());
            assertEquals("name", conflict.fields().get(0).name());
            assertNotEquals(name, conflict.fields().get(0).before());
            assertEquals(name, conflict.fields().get(0).after());
            return false;
        }
    }

    @Test
    @DisplayName("SEC-20: a row that somebody else changed is seen at the next look, a thousand times of a thousand")
    void nothing_stale_is_ever_seen() throws Exception {
        int id = widgets.create(widget("fresh"), Actor.SYSTEM).getId();
        try (Connection elsewhere = pool.getConnection();
                PreparedStatement change = elsewhere.prepareStatement("update widgets set weight = ? where id = ?")) {
            for (int weight = 1; weight <= 1_000; weight++) {
                change.setInt(1, weight);
                change.setInt(2, id);
                change.executeUpdate();
                assertEquals(weight, widgets.find(id).getWeight());
            }
        }
        widgets.delete(id, null, Actor.SYSTEM);
    }

    @Test
    @DisplayName("SEC-21: every connection is bound in time, whatever it is used for")
    void a_connection_has_limits() throws Exception {
        assertEquals("15s", setting("statement_timeout"));
        assertEquals("5s", setting("lock_timeout"));
        assertEquals("1min", setting("idle_in_transaction_session_timeout"));
    }

    private long seenBesidesOwn(String name) throws Exception {
        UserTransaction own = transaction;
        own.begin();
        try {
            em.persist(widget(name));
            return count("pending-%");
        } finally {
            own.rollback();
        }
    }

    private long count(String pattern) {
        return em.createQuery("select count(w) from Widget w where w.name like :pattern", Long.class)
                .setParameter("pattern", pattern)
                .getSingleResult();
    }

    private String setting(String name) throws Exception {
        try (Connection connection = pool.getConnection();
                ResultSet rows = connection.createStatement().executeQuery("show " + name)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static Widget widget(String name) {
        Widget widget = new Widget();
        widget.setName(name);
        return widget;
    }
}
