package org.hindcast.web.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.hindcast.schema.Widgets;
import org.hindcast.support.Await;
import org.hindcast.support.Crowd;
import org.hindcast.support.Visitor;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
@RunAsClient
class SchemaPageIT {

    private static final String READING =
            "select count(*) from pg_stat_activity where application_name = 'hindcast' and state = 'active' and query ilike '%from widgets%'";

    @Test
    @DisplayName("S1-07: an administrator sees the version of the schema, what was applied, and the state of the pool")
    void administrators_see_how_the_database_is() throws Exception {
        Visitor administrator = Administration.asAdministrator();
        Document page = administrator.page("admin/schema");
        String newest = Administration.asked("select max(version::int)::text from flyway_schema_history where success");
        assertEquals(newest, page.expectFirst("#version").text());
        String applied = Administration.asked("select count(*) from flyway_schema_history where version is not null");
        assertEquals(applied, String.valueOf(page.select("#migrations tbody tr").size()));
        assertEquals(
                page.select("#migrations tbody tr").size(),
                page.select("#migrations .badge.success").size());
        assertEquals(
                page.select("#migrations tbody tr").size(),
                page.select("#migrations time").size());
        assertTrue(page.text().contains("At most 10 for each server and 2 for upkeep"), page.text());
    }

    @Test
    @DisplayName("S1-07: connections at work are counted as busy as long as they are")
    void connections_at_work_are_counted() throws Exception {
        Visitor administrator = Administration.asAdministrator();
        try (Widgets widgets = Widgets.takingSeconds(4)) {
            CompletableFuture<List<Crowd.Answer>> load = CompletableFuture.supplyAsync(() -> readers(administrator));
            Await.until(() -> load.isDone() || Administration.asked(READING).equals("3"));
            int busy = busy(administrator);
            assertFalse(load.isDone(), "they read no more");
            assertTrue(busy == 4 || busy == 5, "three readers and the question itself, at most upkeep beside: " + busy);
            load.get().forEach(answer -> assertEquals(200, answer.status()));
        }
        assertTrue(busy(administrator) < 3, "the question itself, at most upkeep beside");
    }

    private static int busy(Visitor administrator) throws Exception {
        return Integer.parseInt(
                administrator.page("admin/schema").expectFirst("#busy").text());
    }

    private static List<Crowd.Answer> readers(Visitor administrator) {
        try {
            return Crowd.of(3, number -> administrator.request("admin/widgets"));
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }
}
