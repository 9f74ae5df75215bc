package org.hindcast.web.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.hindcast.support.Visitor;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jsoup.Connection.Response;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What roles allow, and when a change of it holds. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
@Tag("thread")
class RolesPageIT {

    private static Visitor administrator;

    @BeforeAll
    static void signIn() throws Exception {
        administrator = Administration.asAdministrator();
    }

    @Test // S4-07, S4-12, S4-16
    void a_permission_given_or_taken_holds_at_the_next_request_for_page_action_and_menu() throws Exception {
        String name = Administration.name("auditor");
        int role = role(name, "users.read");
        Visitor person = personWith(role);
        assertEquals(403, person.get("admin/users").statusCode(), "who reads names manages nobody");
        grant(role, "users.edit");
        assertEquals(200, person.get("admin/users").statusCode());
        assertEquals(403, person.get("admin/users?do=create").statusCode());
        assertEquals(403, person.get("admin/roles").statusCode());
        assertTrue(
                person.page("admin/users").select(".rail a[href=/admin/roles]").isEmpty());
        assertTrue(person.page("admin/users").select("a[href$='do=create']").isEmpty());
        grant(role, "users.create");
        assertEquals(200, person.get("admin/users?do=create").statusCode());
        assertFalse(person.page("admin/users").select("a[href$='do=create']").isEmpty());
        revoke(role, "users.read");
        assertEquals(403, person.get("admin/users").statusCode());
    }

    @Test
    void an_action_is_refused_to_whoever_lost_the_permission_after_opening_the_form() throws Exception {
        int role = role(Administration.name("editor"), "roles.edit");
        grant(role, "roles.read");
        Visitor person = personWith(role);
        Document form = person.page("admin/roles?id=" + role + "&do=edit");
        revoke(role, "roles.edit");
        assertEquals(
                403,
                person.press(form, "#save", Map.of("description", "changed")).statusCode());
        assertEquals("", Administration.asked("select description from roles where id = ?", role));
    }

    @Test
    void whoever_may_change_but_not_delete_is_offered_no_deletion() throws Exception {
        int role = role(Administration.name("changer"), "datasets.edit");
        for (String permission : List.of("datasets.read", "models.read", "models.edit")) {
            grant(role, permission);
        }
        Visitor person = personWith(role);
        for (String page : List.of("dataset?id=1", "model?id=1")) {
            assertFalse(person.page(page).select("main a[href$='do=edit']").isEmpty(), page);
            assertTrue(person.page(page).select("main a[href$='do=delete']").isEmpty(), page);
        }
    }

    @Test
    void the_roles_that_the_product_relies_on_keep_their_names_and_stay() throws Exception {
        Document renamed = administrator
                .press(administrator.page("admin/roles?id=1&do=edit"), "#save", Map.of("name", "Boss"))
                .parse();
        assertTrue(renamed.select("#name-error").text().contains("keeps its name"));
        assertTrue(administrator
                .page("admin/roles?id=3&do=delete")
                .select("#delete")
                .isEmpty());
    }

    @Test
    void a_role_that_somebody_has_is_not_deleted_and_tells_how_many() throws Exception {
        int role = role(Administration.name("needed"), "users.read");
        personWith(role);
        Document refused = administrator.page("admin/roles?id=" + role + "&do=delete");
        assertTrue(refused.select("#delete").isEmpty());
        assertEquals("Users: 1", refused.select(".consequences li").text());
    }

    @Test
    void roles_are_sorted_and_filtered_by_how_much_they_allow() throws Exception {
        String name = Administration.name("counted");
        int role = role(name, "users.read");
        grant(role, "users.create");
        assertEquals(List.of(name), listed("q=" + name + "&f.permissionCount.from=2&f.permissionCount.to=2"));
        assertEquals(List.of(), listed("q=" + name + "&f.permissionCount.from=3"));
        assertEquals(List.of(name), listed("f.permissionCount.from=2&sort=-permissionCount&q=" + name));
        assertFalse(listed("sort=-permissionCount").isEmpty());
    }

    private static List<String> listed(String query) throws Exception {
        return administrator
                .page("admin/roles?" + query)
                .select("table.list tbody td.key")
                .eachText();
    }

    @Test // S4-07
    void two_roles_of_one_name_are_refused_at_the_field() throws Exception {
        Document twice = administrator
                .press(administrator.page("admin/roles?do=create"), "#save", Map.of("name", "Manager"))
                .parse();
        assertEquals("This is already in use.", twice.select("#name-error").text());
    }

    private static int role(String name, String permission) throws Exception {
        Document form = administrator.page("admin/roles?do=create");
        form.select("input[value='" + permission + "']").attr("checked", "checked");
        Response answer = administrator.press(form, "#save", Map.of("name", name));
        return Integer.parseInt(answer.header("Location").replaceFirst(".*id=", ""));
    }

    private static Visitor personWith(int role) throws Exception {
        String name = Administration.name("person");
        int id = Administration.person(administrator, name);
        Document form = administrator.page("admin/users?id=" + id + "&do=edit");
        form.select("input[name=roleIds]").forEach(box -> box.removeAttr("checked"));
        form.select("input[name=roleIds][value=" + role + "]").attr("checked", "checked");
        administrator.press(form, "#save", Map.of());
        return Administration.as(name, Administration.PASSWORD);
    }

    private static void grant(int role, String permission) throws Exception {
        Document form = administrator.page("admin/roles?id=" + role + "&do=edit");
        form.select("input[value='" + permission + "']").attr("checked", "checked");
        administrator.press(form, "#save", Map.of());
    }

    private static void revoke(int role, String permission) throws Exception {
        Document form = administrator.page("admin/roles?id=" + role + "&do=edit");
        form.select("input[value='" + permission + "']").removeAttr("checked");
        administrator.press(form, "#save", Map.of());
    }
}
