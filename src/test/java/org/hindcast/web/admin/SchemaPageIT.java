package org.hindcast.web.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
        assertTrue(page.text().contains("At most 10 for each server"), page.text());
    }
}
