package org.hindcast.web.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hindcast.support.Visitor;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The finish line of source 004: strangers, members, managers and administrators, each with what is theirs. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class EachRoleIT {

    private static final Map<String, Visitor> PEOPLE = new HashMap<>();

    private static int member;
    private static int dataset;

    @BeforeAll
    static void somebodyOfEachRole() throws Exception {
        Visitor administrator = Administration.asAdministrator();
        PEOPLE.put("Admin", administrator);
        PEOPLE.put("stranger", new Visitor());
        for (String role : List.of("Member", "Manager")) {
            String name = Administration.name(role.toLowerCase(java.util.Locale.ROOT));
            int id = Administration.person(administrator, name);
            Administration.asked(
                    "insert into user_roles select ?, id from roles where name = ? on conflict do nothing returning 1",
                    id,
                    role);
            PEOPLE.put(role, Administration.as(name, Administration.PASSWORD));
            member = role.equals("Member") ? id : member;
        }
        dataset = Integer.parseInt(Administration.asked(
                "insert into datasets (name, size_mb, owner_id) values (?, 1, 1) returning id",
                Administration.name("theirs")));
    }

    @ParameterizedTest(name = "/{0}")
    @DisplayName("S4-12: what each role may open")
    @CsvSource({
        "'', 303, 200, 200, 200",
        "account/account, 303, 200, 200, 200",
        "models, 303, 200, 200, 200",
        "datasets?do=create, 303, 200, 200, 200",
        "datasets?do=edit&id=DATASET, 303, 403, 200, 200",
        "datasets?do=delete&id=DATASET, 303, 403, 200, 200",
        "admin/datasets, 303, 403, 200, 200",
        "admin/models, 303, 403, 200, 200",
        "people, 303, 200, 200, 200",
        "do/suggest?of=users&q=a, 303, 200, 200, 200",
        "admin/users, 303, 403, 403, 200",
        "admin/users?q=admin&columns=fullName%2CloginCount, 303, 403, 403, 200",
        "admin/users?id=1, 303, 403, 403, 200",
        "admin/users?id=MEMBER, 303, 403, 403, 200",
        "admin/users?id=MEMBER&past=2, 303, 403, 403, 200",
        "admin/users?do=create, 303, 403, 403, 200",
        "admin/users?do=edit&id=MEMBER, 303, 403, 403, 200",
        "admin/users?do=delete&id=MEMBER, 303, 403, 403, 200",
        "admin/users?do=bulk&act=role&ids=MEMBER, 303, 403, 403, 200",
        "admin/users-import, 303, 403, 403, 200",
        "do/export?room=users&format=csv, 303, 403, 403, 200",
        "admin/roles, 303, 403, 403, 200",
        "admin/audit, 303, 403, 403, 200",
        "admin/schema, 303, 403, 403, 200"
    })
    void each_opens_what_is_theirs(String path, String stranger, String member, String manager, String admin)
            throws Exception {
        String address = path.replace("DATASET", "" + dataset).replace("MEMBER", "" + EachRoleIT.member);
        Map<String, String> expected =
                Map.of("stranger", stranger, "Member", member, "Manager", manager, "Admin", admin);
        Map<String, String> found = new HashMap<>();
        for (String role : PEOPLE.keySet()) {
            found.put(role, "" + PEOPLE.get(role).get(address).statusCode());
        }
        assertEquals(expected, found, address);
    }

    @Test
    @DisplayName(
            "Managers change what is everybody's, members only what is theirs, and nobody by a form kept from before")
    void a_manager_edits_the_records_of_others() throws Exception {
        Document form = PEOPLE.get("Manager").page("datasets?do=edit&id=" + dataset);
        assertEquals(
                303,
                PEOPLE.get("Manager")
                        .press(form, "#save", Map.of("sizeMb", "7"))
                        .statusCode());
        assertEquals("7", Administration.asked("select size_mb from datasets where id = ?", dataset));
        Document own = PEOPLE.get("Member").page("datasets?do=create");
        own.expectFirst("form#crud input[name=do]").val("edit");
        own.expectFirst("form#crud").appendElement("input").attr("name", "id").val("" + dataset);
        own.expectFirst("form#crud")
                .appendElement("input")
                .attr("name", "version")
                .val("1");
        assertEquals(
                403,
                PEOPLE.get("Member").press(own, "#save", Map.of("sizeMb", "9")).statusCode());
        assertEquals("7", Administration.asked("select size_mb from datasets where id = ?", dataset));
    }

    @Test
    @DisplayName("S4-15: an administrator changes somebody's role, switches them off and on again")
    void an_administrator_changes_a_role_and_lets_somebody_in_again() throws Exception {
        Visitor administrator = PEOPLE.get("Admin");
        String name = Administration.name("customer");
        int id = Administration.person(administrator, name);
        Visitor person = Administration.as(name, Administration.PASSWORD);
        assertEquals(403, person.get("admin/datasets").statusCode());
        Document more = administrator.page("admin/users?do=bulk&act=role&ids=" + id);
        Administration.choose(more, "role", "Manager");
        administrator.press(more, "#bulk", Map.of());
        assertEquals(200, person.get("admin/datasets").statusCode(), "from the next request on");
        for (String act : List.of("deactivate", "activate")) {
            administrator.press(administrator.page("admin/users?do=bulk&act=" + act + "&ids=" + id), "#bulk", Map.of());
            assertEquals(303, person.get("admin/datasets").statusCode(), "the session ended and stays ended");
        }
        assertEquals(
                200,
                Administration.as(name, Administration.PASSWORD)
                        .get("admin/datasets")
                        .statusCode());
    }

    @Test
    @DisplayName(
            "O3-02: the menu shows the way in to strangers, and the way out, the account and only open rooms to others")
    void each_menu_holds_what_is_open() throws Exception {
        Document strangers = PEOPLE.get("stranger").page("signin");
        assertEquals(0, strangers.select(".rail, form[action$=signout]").size());
        assertEquals(1, strangers.select("a[href=/register]").size());
        for (String role : List.of("Member", "Manager", "Admin")) {
            Visitor person = PEOPLE.get(role);
            Document home = person.page("");
            assertEquals(1, home.select("form[action=/do/signout] button").size(), role);
            assertEquals(1, home.select(".topbar a[href=/account/account]").size(), role);
            for (String link : home.select(".rail a").eachAttr("href")) {
                assertEquals(200, person.get(link.substring(1)).statusCode(), role + " " + link);
            }
        }
        assertEquals(0, menu("Member", "/admin/datasets") + menu("Manager", "/admin/roles"));
        assertEquals(
                0, menu("Member", "/admin/users") + menu("Manager", "/admin/users"), "nobody who manages no people");
        assertEquals(2, menu("Manager", "/admin/datasets") + menu("Admin", "/admin/roles"));
        assertEquals(1, menu("Admin", "/admin/users"));
    }

    @Test
    @DisplayName("S4-12: members and managers know people by name, but not when these came in, or failed to")
    void who_manages_no_people_sees_nobodys_past() throws Exception {
        String name = Administration.name("watched");
        int id = Administration.person(PEOPLE.get("Admin"), name);
        Administration.as(name, Administration.PASSWORD);
        Visitor guessing = new Visitor();
        guessing.press(guessing.page("signin"), "#submit", Map.of("email", name, "password", "wrong"));
        assertTrue(PEOPLE.get("Admin").page("admin/users?id=" + id).text().contains("signed in"));
        for (String role : List.of("Member", "Manager")) {
            assertTrue(PEOPLE.get(role).page("people?q=" + name).text().contains("Grace " + name), role);
            for (String address : List.of("people?q=" + name + "&columns=lastLoginAt", "admin/users?id=" + id)) {
                String told = PEOPLE.get(role).get(address).parse().text();
                assertFalse(told.contains("signed in") || told.contains("Sign-ins"), role + " " + address);
            }
        }
    }

    private static int menu(String role, String address) throws Exception {
        return PEOPLE.get(role).page("").select(".rail a[href=" + address + "]").size();
    }
}
