package org.hindcast.web.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hindcast.support.Person;
import org.hindcast.support.Visitor;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jsoup.Connection.Response;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who works on a project, and who says so. */
@ArquillianTest
@RunAsClient
class MemberPageIT {

    private static Visitor visitor;

    @BeforeAll
    static void signIn() throws Exception {
        visitor = Person.registered().signedIn();
    }

    @Test // S2-25, S2-26, S2-27
    void somebody_joins_once_and_leaves_again() throws Exception {
        Person other = Person.registered();
        int id = Registry.create(visitor, "projects", Map.of("name", Registry.name("p")));
        assertEquals(List.of("Owner"), roles(id));
        Response joined = join(id, other.username(), "reader");
        assertEquals(303, joined.statusCode());
        assertEquals(List.of("Owner", "Reader"), roles(id));
        assertTrue(Registry.error(join(id, other.email(), "editor"), "person").contains("is in this project already"));
        assertTrue(Registry.error(join(id, "nobody.at.all", "editor"), "person").contains("There is no nobody.at.all"));
        assertTrue(other.signedIn()
                .page("")
                .expectFirst("main")
                .text()
                .contains(visitor.page("project?id=" + id).expectFirst("h1").text()));
        String leave = visitor.page("project?id=" + id)
                .expectFirst("a[href*=do=leave]")
                .attr("href");
        assertEquals(
                303,
                Registry.send(visitor, leave.substring(1), "#remove", Map.of()).statusCode());
        assertEquals(List.of("Owner"), roles(id));
    }

    @Test // S2-27
    void a_member_gets_another_role_but_the_owner_stays_owner() throws Exception {
        Person other = Person.registered();
        int id = Registry.create(visitor, "projects", Map.of("name", Registry.name("p")));
        join(id, other.username(), "reader");
        String change = visitor.page("project?id=" + id)
                .expectFirst("a[href*=member=]")
                .attr("href")
                .substring(1);
        Document page = visitor.page(change);
        assertEquals("reader", page.expectFirst("#role option[selected]").val());
        assertEquals(List.of("Projects"), page.select("#rail a[aria-current]").eachText());
        Response changed = Registry.send(visitor, change, "#save", Map.of("role", "owner"));
        assertTrue(visitor.follow(changed).text().contains(other.stored("full_name") + " has the new role."));
        assertEquals(List.of("Owner", "Owner"), roles(id));
        assertTrue(visitor.page("projects?id=" + id).text().contains(other.username() + " (owner)"));
        String owner = Person.asked("select owner_id from projects where id = ?", id);
        Response refused = Registry.send(
                other.signedIn(), "member?id=" + id + "&member=" + owner, "#save", Map.of("role", "reader"));
        assertTrue(refused.parse().text().contains("owns this project and stays in it."));
        assertEquals(List.of("Owner", "Owner"), roles(id));
        assertEquals(
                404,
                visitor.get("member?id=" + id + "&member=" + Person.registered().stored("id"))
                        .statusCode());
    }

    @Test // S2-25
    void the_database_itself_refuses_the_same_membership_twice() {
        assertThrows(
                SQLException.class,
                () -> Person.asked(
                        "insert into project_members (project_id, user_id) select project_id, user_id from project_members limit 1 returning 1"));
    }

    @Test
    void readers_read_and_editors_work_on_what_stands_in_the_project() throws Exception {
        Person other = Person.registered();
        Visitor second = other.signedIn();
        int id = Registry.create(visitor, "projects", Map.of("name", Registry.name("p")));
        String name = visitor.page("project?id=" + id).expectFirst("h1").text();
        int dataset = Registry.create(visitor, "datasets", Map.of("name", Registry.name("d"), "project", name));
        join(id, other.username(), "reader");
        assertEquals(403, second.get("datasets?do=edit&id=" + dataset).statusCode());
        Response refused = Registry.send(
                second, "datasets?do=create", "#save", Map.of("name", Registry.name("d"), "project", name));
        assertEquals("200 You do not work on " + name + ". Ask one of its owners.", Registry.error(refused, "project"));
        Person.asked(
                "update project_members set role = 'editor' where project_id = ? and role = 'reader' returning 1", id);
        Document seen = second.page("project?id=" + id);
        assertEquals(List.of("Edit"), seen.select(".page-actions a").eachText());
        assertNull(seen.selectFirst("#join"), "who works here is the owners' to say");
        assertEquals(403, second.get("projects?do=delete&id=" + id).statusCode());
        assertEquals(
                303,
                Registry.send(second, "datasets?do=edit&id=" + dataset, "#save", Map.of("sizeMb", "5"))
                        .statusCode());
        assertEquals(
                303,
                Registry.send(
                                second,
                                "datasets?do=create",
                                "#save",
                                Map.of("name", Registry.name("d"), "project", name))
                        .statusCode());
    }

    @Test
    void only_who_may_change_a_project_chooses_its_members() throws Exception {
        int id = Registry.create(visitor, "projects", Map.of("name", Registry.name("p")));
        Person nobody = Person.registered();
        Visitor stranger = nobody.signedIn();
        Document page = stranger.page("project?id=" + id);
        assertTrue(page.select("#join").isEmpty());
        Document mine = visitor.page("project?id=" + id);
        mine.expectFirst("#join")
                .expectFirst("[name=csrf]")
                .val(stranger.page("project?id=" + id)
                        .expectFirst("[name=csrf]")
                        .val());
        stranger.press(mine, "#add", Map.of("person", nobody.username(), "role", "editor"));
        assertEquals(List.of("Owner"), roles(id));
    }

    @Test
    void however_many_work_on_a_project_everybody_is_listed() throws Exception {
        int id = Registry.create(visitor, "projects", Map.of("name", Registry.name("crowd")));
        String crowd = Registry.crowd(620, 0);
        Person.asked(
                "insert into project_members (project_id, user_id, role) "
                        + "select ?, id, 'reader' from users where last_name = ? returning 1",
                id,
                crowd);
        Set<String> listed = new HashSet<>();
        Element next = null;
        do {
            Document page = visitor.page(
                    next == null
                            ? "project?id=" + id
                            : next.attr("href").substring(1).replace("#members", ""));
            listed.addAll(page.select("#member-list tbody td.key .muted").eachText());
            next = page.selectFirst(".pager a[rel=next]");
        } while (next != null);
        assertEquals(621, listed.size());
        Registry.gone(crowd);
    }

    @Test
    void who_takes_somebody_out_stays_on_that_page_of_the_people() throws Exception {
        int id = Registry.create(visitor, "projects", Map.of("name", Registry.name("crowd")));
        String crowd = Registry.crowd(101, 0);
        Person.asked(
                "insert into project_members (project_id, user_id) select ?, id from users where last_name = ? returning 1",
                id,
                crowd);
        for (int left = 1; left >= 0; left--) {
            String leave = visitor.page("project?id=" + id + "&page=2")
                    .expectFirst("a[href*=do=leave]")
                    .attr("href");
            Response gone = Registry.send(visitor, leave.substring(1), "#remove", Map.of());
            assertEquals("project?id=" + id + "&page=2", gone.header("Location"));
            assertEquals(
                    left == 0 ? 100 : left,
                    visitor.follow(gone).select("#member-list tbody tr").size());
        }
        Registry.gone(crowd);
    }

    private static Response join(int project, String who, String role) throws Exception {
        return Registry.send(visitor, "project?id=" + project, "#add", Map.of("person", who, "role", role));
    }

    private static List<String> roles(int project) throws Exception {
        return visitor.page("project?id=" + project)
                .select("#member-list tbody td:nth-child(2)")
                .eachText();
    }
}
