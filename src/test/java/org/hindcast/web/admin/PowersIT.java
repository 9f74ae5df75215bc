package org.hindcast.web.admin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import org.hindcast.support.Visitor;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jsoup.Connection.Method;
import org.jsoup.Connection.Response;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Nobody gives what they may not do themselves, in whatever way they try: S4-12, S4-15 and ASVS 8.2. */
@ArquillianTest
@RunAsClient
@Tag("thread")
class PowersIT {

    private static final String ADMIN = "1";
    private static final String ABOVE = "This role allows more than you may yourself.";

    private static Visitor administrator;
    private static Visitor clerk;
    private static int clerkRole;
    private static int clerkNumber;
    private static int chief;

    @BeforeAll
    static void somebodyMayEditPeopleAndRoles() throws Exception {
        administrator = Administration.asAdministrator();
        clerkRole = role("users.read", "users.create", "users.edit", "users.delete", "users.import", "roles.read");
        Administration.asked(
                "insert into role_permissions (role_id, permission) values (?, 'roles.create'), (?, 'roles.edit') returning 1",
                clerkRole,
                clerkRole);
        String name = Administration.name("clerk");
        clerkNumber = personWith(name, clerkRole);
        clerk = Administration.as(name, Administration.PASSWORD);
        chief = personWith(Administration.name("chief"), 1);
    }

    @Test
    @DisplayName("On the screen: a role that allows more can't be ticked, and a forged tick is told at the field")
    void nobody_makes_anybody_an_administrator_on_the_screen() throws Exception {
        int somebody = Administration.person(administrator, Administration.name("raised"));
        for (int id : List.of(somebody, clerkNumber)) {
            Document form = clerk.page("admin/users?do=edit&id=" + id);
            assertTrue(box(form, "roleIds", ADMIN).hasAttr("disabled"));
            assertFalse(box(form, "roleIds", String.valueOf(clerkRole)).hasAttr("disabled"));
            Document again = forged(form, "roleIds", ADMIN).parse();
            assertEquals(ABOVE, again.select("#roles-error").text());
            assertFalse(roles(id).contains("Admin"), roles(id));
        }
        Document fresh = clerk.page("admin/users?do=create");
        String name = Administration.name("fresh");
        Map.of("firstName", "A", "lastName", "B", "username", name, "email", name + "@x.org", "password", name)
                .forEach((field, value) -> fresh.expectFirst("#" + field).val(value));
        assertEquals(
                ABOVE,
                forged(fresh, "roleIds", ADMIN).parse().select("#roles-error").text());
    }

    @Test
    @DisplayName("In bulk: the same")
    void nobody_makes_anybody_an_administrator_in_bulk() throws Exception {
        int somebody = Administration.person(administrator, Administration.name("raised"));
        Document ask = clerk.page("admin/users?do=bulk&act=role&ids=" + somebody + "&ids=" + clerkNumber);
        Element option = ask.expectFirst("select[name=role] option[value=" + ADMIN + "]");
        assertTrue(option.hasAttr("disabled"));
        option.removeAttr("disabled");
        Administration.choose(ask, "role", "Admin");
        Document report = clerk.follow(clerk.press(ask, "#bulk", Map.of()));
        assertTrue(
                report.select(".flash.warning").text().contains("2 refused."),
                report.select(".flash").text());
        assertTrue(report.select(".flash.warning").text().contains(ABOVE));
        assertFalse((roles(somebody) + roles(clerkNumber)).contains("Admin"));
    }

    @Test
    @DisplayName("By import: the same")
    void nobody_imports_an_administrator() throws Exception {
        String name = Administration.name("imported");
        String file = "username,email,first_name,last_name,roles,active\n" + name + "," + name
                + "@example.org,A,B,Admin,true\n";
        Response sent = clerk.request("do/users-import")
                .method(Method.POST)
                .data(
                        "csrf",
                        clerk.page("admin/users-import")
                                .expectFirst("form[enctype] input[name=csrf]")
                                .val())
                .data("file", "people.csv", new ByteArrayInputStream(file.getBytes(UTF_8)))
                .execute();
        Document seen = clerk.page(sent.header("Location").substring(1));
        assertTrue(seen.select("#errors tbody").text().contains(ABOVE), seen.text());
        assertTrue(seen.select("#import").isEmpty());
    }

    @Test
    @DisplayName(
            "Whoever may do more is not edited, disabled, demoted or deleted, and gets no other password or address")
    void nobody_decides_over_somebody_who_may_do_more() throws Exception {
        String before = asStored(chief);
        Document details = clerk.page("admin/users?id=" + chief);
        assertTrue(
                details.select(".page-actions a").isEmpty(),
                details.select(".page-actions").text());
        for (Map<String, String> change : List.of(
                Map.of("password", "another long password"),
                Map.of("email", Administration.name("mine") + "@example.org"),
                Map.of("username", Administration.name("mine")),
                Map.of("firstName", "Another"))) {
            Response refused = clerk.press(clerk.page("admin/users?do=edit&id=" + chief), "#save", change);
            assertTold(refused);
        }
        Document demoted = clerk.page("admin/users?do=edit&id=" + chief);
        demoted.select("input[name=roleIds]").forEach(box -> box.removeAttr("checked"));
        assertTold(clerk.press(demoted, "#save", Map.of()));
        assertTold(clerk.press(clerk.page("admin/users?do=delete&id=" + chief), "#delete", Map.of()));
        for (String act : List.of("deactivate", "activate", "delete")) {
            Document ask = clerk.page("admin/users?do=bulk&act=" + act + "&ids=" + chief);
            assertTold(clerk.follow(clerk.press(ask, "#bulk", Map.of())));
        }
        assertEquals(before, asStored(chief));
    }

    @Test
    @DisplayName("A role gets and loses only permissions that the editor has")
    void nobody_writes_permissions_into_a_role_that_they_lack() throws Exception {
        Document form = clerk.page("admin/roles?do=edit&id=" + clerkRole);
        assertTrue(box(form, "permissions", "projects.delete").hasAttr("disabled"));
        Document again = forged(form, "permissions", "projects.delete").parse();
        assertEquals(
                "You give and take only what you may do yourself.",
                again.select("#permissions-error").text());
        assertEquals(0, granted(clerkRole, "projects.delete"));
        Document fresh = clerk.page("admin/roles?do=create");
        fresh.expectFirst("#name").val(Administration.name("role"));
        assertEquals(
                1,
                forged(fresh, "permissions", "audit.read")
                        .parse()
                        .select("#permissions-error")
                        .size());
        int other = role("projects.delete", "users.read");
        Document lessened = clerk.page("admin/roles?do=edit&id=" + other);
        box(lessened, "permissions", "users.read").removeAttr("checked");
        assertEquals(
                303,
                clerk.press(lessened, "#save", Map.of("description", "read no more"))
                        .statusCode());
        assertEquals(0, granted(other, "users.read"));
        assertEquals(1, granted(other, "projects.delete"), "what can't be unticked stays");
    }

    @Test
    @DisplayName("A role is what it is called, whole: no name makes two roles of one")
    void no_name_makes_somebody_an_administrator() throws Exception {
        for (String name : List.of("A,Admin", "Admin ", "admin", "A\u001fAdmin", "*")) {
            String odd = Administration.asked(
                    "insert into roles (name) values (?) on conflict (name) do nothing returning id", name);
            Administration.asked("insert into user_roles values (?, cast(? as integer)) returning 1", clerkNumber, odd);
            assertEquals(403, clerk.get("admin/audit").statusCode(), name);
            Administration.asked("delete from user_roles where role_id = cast(? as integer) returning 1", odd);
            Administration.asked("delete from roles where id = cast(? as integer) returning 1", odd);
        }
    }

    @Test
    @DisplayName("What they have themselves they give and take, and their own account stays theirs")
    void everybody_gives_what_they_have() throws Exception {
        int somebody = Administration.person(administrator, Administration.name("helped"));
        Document form = clerk.page("admin/users?do=edit&id=" + somebody);
        box(form, "roleIds", String.valueOf(clerkRole)).attr("checked", "checked");
        assertEquals(
                303, clerk.press(form, "#save", Map.of("lastName", "Helped")).statusCode());
        assertTrue(roles(somebody).contains("Member"));
        assertEquals(
                1,
                Integer.parseInt(Administration.asked(
                        "select count(*) from user_roles where user_id = ? and role_id = ?", somebody, clerkRole)));
        assertEquals(
                303,
                clerk.press(clerk.page("account/account"), "#saveProfile", Map.of("lastName", "Clerk"))
                        .statusCode());
    }

    private static void assertTold(Response answer) throws Exception {
        assertEquals(200, answer.statusCode());
        assertTold(answer.parse());
    }

    private static void assertTold(Document page) {
        assertTrue(page.text().contains("may do more than you"), page.text());
    }

    /** Sends the form with a box ticked that its reader can't tick. */
    private static Response forged(Document form, String name, String value) throws Exception {
        box(form, name, value).removeAttr("disabled").attr("checked", "checked");
        return clerk.press(form, "#save", Map.of());
    }

    private static Element box(Document form, String name, String value) {
        return form.expectFirst("input[name=" + name + "][value='" + value + "']");
    }

    private static String roles(int user) throws Exception {
        return Administration.asked("select role_names(?)", user);
    }

    private static String asStored(int user) throws Exception {
        return Administration.asked("select to_json(u) || role_names(id) from users u where id = ?", user);
    }

    private static int granted(int role, String permission) throws Exception {
        return Integer.parseInt(Administration.asked(
                "select count(*) from role_permissions where role_id = ? and permission = ?", role, permission));
    }

    private static int role(String... permissions) throws Exception {
        Document form = administrator.page("admin/roles?do=create");
        for (String permission : permissions) {
            box(form, "permissions", permission).attr("checked", "checked");
        }
        Response saved = administrator.press(form, "#save", Map.of("name", Administration.name("role")));
        return Integer.parseInt(saved.header("Location").replaceFirst(".*id=", ""));
    }

    private static int personWith(String name, int role) throws Exception {
        int id = Administration.person(administrator, name);
        return Integer.parseInt(Administration.asked(
                "insert into user_roles (user_id, role_id) values (?, ?) returning user_id", id, role));
    }
}
