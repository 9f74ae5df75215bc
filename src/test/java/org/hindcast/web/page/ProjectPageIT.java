package org.hindcast.web.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.hindcast.support.Person;
import org.hindcast.support.Statements;
import org.hindcast.support.Visitor;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jsoup.Connection.Response;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Projects, and what stands in them. */
@ArquillianTest
@RunAsClient
class ProjectPageIT {

    private static Visitor visitor;

    @BeforeAll
    static void signIn() throws Exception {
        visitor = Person.registered().signedIn();
    }

    @Test // S2-24
    void a_project_needs_a_name_of_its_own() throws Exception {
        String name = Registry.name("north");
        Registry.create(visitor, "projects", Map.of("name", name));
        Response twice = Registry.send(visitor, "projects?do=create", "#save", Map.of("name", name));
        assertTrue(Registry.error(twice, "name").length() > 4);
        Response none = Registry.send(visitor, "projects?do=create", "#save", Map.of("name", ""));
        assertTrue(Registry.error(none, "name").length() > 4);
        assertEquals(
                "100",
                Person.asked(
                        "select character_maximum_length from information_schema.columns where table_name = 'projects' and column_name = 'name'"));
    }

    @Test // S2-27
    void deleting_a_project_removes_memberships_but_no_user_and_no_record() throws Exception {
        Person other = Person.registered();
        int id = Registry.create(visitor, "projects", Map.of("name", Registry.name("p")));
        String name = visitor.page("project?id=" + id).expectFirst("h1").text();
        Registry.send(visitor, "project?id=" + id, "#add", Map.of("person", other.username(), "role", "editor"));
        int model = Registry.create(visitor, "models", Map.of("name", Registry.name("m"), "project", name));
        Document asked = visitor.page("projects?do=delete&id=" + id);
        assertEquals(
                List.of("Memberships: 2", "Models: 1 kept, without it"),
                asked.select(".consequences li").eachText());
        assertEquals(303, visitor.press(asked, "#delete", Map.of()).statusCode());
        assertEquals("0", Person.asked("select count(*) from project_members where project_id = ?", id));
        assertEquals("t", other.stored("active"));
        assertEquals(200, visitor.get("model?id=" + model).statusCode());
        assertEquals(404, visitor.get("project?id=" + id).statusCode());
    }

    @Test
    void a_person_who_owns_things_is_not_deleted_and_the_page_lists_them() throws Exception {
        Person owner = Person.registered();
        Visitor own = owner.signedIn();
        Registry.create(own, "projects", Map.of("name", Registry.name("p")));
        Registry.dataset(own, Registry.name("d"));
        int model = Registry.model(own, Registry.name("m"));
        Registry.version(own, model, Map.of("accuracy", "0.5"));
        Document asked = Registry.administrator().page("admin/users?do=delete&id=" + owner.stored("id"));
        List<String> kept = asked.select(".consequences li").eachText();
        assertTrue(
                kept.containsAll(List.of("Projects: 1", "Datasets: 1", "Models: 1", "Versions: 1")), kept.toString());
        assertTrue(asked.select("#delete").isEmpty());
    }

    @Test
    void the_list_takes_four_statements() throws Exception {
        visitor.page("projects");
        Statements list = Statements.during(() -> visitor.page("projects?size=100&sort=-createdAt"));
        assertTrue(list.count() <= 4, list.toString());
    }

    @Test
    void of_many_models_the_page_shows_a_hundred_and_leads_to_all() throws Exception {
        int id = Registry.create(visitor, "projects", Map.of("name", Registry.name("full")));
        Person.asked(
                "insert into models (name, project_id, owner_id) select 'in ' || p.id || ' ' || n, p.id, p.owner_id "
                        + "from projects p, generate_series(1, 101) n where p.id = ? returning 1",
                id);
        Document page = visitor.page("project?id=" + id);
        assertEquals(100, page.select("section:has(#models) tbody tr").size());
        assertEquals(
                1,
                page.select("section:has(#models) a[href$=models?do=create&project=" + id + "]")
                        .size());
        Element all = page.selectFirst("section:has(#models) a[href*=models?f.project.name]");
        assertTrue(visitor.page(all.attr("href").substring(1)).text().contains("of 101"));
        assertEquals(
                0, page.select("section:has(#datasets) a[href*=f.project.name]").size());
        Person.asked("delete from models where project_id = ? returning 1", id);
    }
}
