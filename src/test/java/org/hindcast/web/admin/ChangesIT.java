package org.hindcast.web.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.hindcast.support.Await;
import org.hindcast.support.Hindcast;
import org.hindcast.support.Visitor;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jsoup.Connection.Response;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two editors at once, many records at once, and what must not go. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
@Tag("thread")
class ChangesIT {

    private static final int RACES = 20;
    private static final String VERSION = "select version from users where id = ?";

    private static Visitor administrator;

    @BeforeAll
    static void signIn() throws Exception {
        administrator = Administration.asAdministrator();
    }

    @Test // SEC-19
    void whoever_saves_second_sees_both_values_and_may_overwrite() throws Exception {
        String edit = "admin/users?do=edit&id=" + Administration.person(administrator, Administration.name("conflict"));
        Document first = administrator.page(edit);
        Document second = administrator.page(edit);
        assertEquals(
                303,
                administrator
                        .press(first, "#save", Map.of("lastName", "Theirs"))
                        .statusCode());
        Document conflict =
                administrator.press(second, "#save", Map.of("lastName", "Mine")).parse();
        assertEquals(
                "Last name Theirs Mine", conflict.select("#conflict tbody tr").text());
        assertEquals("Mine", conflict.select("#lastName").val());
        assertEquals("Theirs", administrator.page(edit).select("#lastName").val());
        assertEquals(303, administrator.press(conflict, "#save", Map.of()).statusCode());
        assertEquals("Mine", administrator.page(edit).select("#lastName").val());
    }

    @Test // SEC-19
    void of_two_who_save_at_once_exactly_one_succeeds_and_no_change_is_lost() throws Exception {
        int id = Administration.person(administrator, Administration.name("race"));
        String edit = "admin/users?do=edit&id=" + id;
        int begun = Integer.parseInt(Administration.asked(VERSION, id));
        Visitor other = Administration.asAdministrator();
        ExecutorService two = Executors.newFixedThreadPool(2);
        for (int i = 0; i < RACES; i++) {
            String number = Integer.toString(i);
            Document mine = administrator.page(edit);
            Document theirs = other.page(edit);
            Callable<Response> a = () -> administrator.press(mine, "#save", Map.of("lastName", "A" + number));
            Callable<Response> b = () -> other.press(theirs, "#save", Map.of("lastName", "B" + number));
            List<Future<Response>> answers = two.invokeAll(List.of(a, b));
            List<Integer> statuses =
                    answers.stream().map(ChangesIT::status).sorted().toList();
            assertEquals(List.of(200, 303), statuses);
            String winner = status(answers.get(0)) == 303 ? "A" : "B";
            assertEquals(winner + number, Administration.asked("select last_name from users where id = ?", id));
        }
        two.shutdown();
        assertEquals(begun + RACES, Integer.parseInt(Administration.asked(VERSION, id)));
    }

    @Test
    void the_last_administrator_is_neither_disabled_nor_demoted_nor_deleted() throws Exception {
        int idle = anotherAdministrator();
        Administration.asked(
                "update users set active = false where id = ? returning 1", idle); // who is out helps nobody
        Document form = administrator.page("admin/users?id=1&do=edit");
        form.select("input[name=roleIds]").forEach(box -> box.removeAttr("checked"));
        assertTrue(
                administrator.press(form, "#save", Map.of()).parse().text().contains("the last active administrator"));
        Document disabled = administrator.page("admin/users?id=1&do=edit");
        disabled.select("#active").removeAttr("checked");
        assertEquals(200, administrator.press(disabled, "#save", Map.of()).statusCode());
        assertTrue(administrator
                .page("admin/users?id=1&do=delete")
                .select("#delete")
                .isEmpty());
        assertEquals("Admin", Administration.asked("select role_names(1)"));
        assertEquals("t", Administration.asked("select active from users where id = 1"));
    }

    @Test // of two who demote each other at once each would still find the other
    void whoever_demotes_an_administrator_waits_for_whom_is_at_it() throws Exception {
        Document form = administrator.page("admin/users?do=edit&id=" + anotherAdministrator());
        form.select("input[name=roleIds]").forEach(box -> box.removeAttr("checked"));
        ExecutorService beside = Executors.newSingleThreadExecutor();
        try (Connection other = Hindcast.database()) {
            other.setAutoCommit(false);
            other.createStatement().execute("select from roles where name = 'Admin' for update");
            Future<Response> demoted = beside.submit(() -> administrator.press(form, "#save", Map.of()));
            String waiting = "select count(*) from pg_locks where not granted";
            assertTrue(Await.within(Duration.ofSeconds(20), () -> !"0".equals(Administration.asked(waiting))));
            other.rollback();
            assertEquals(303, status(demoted));
        } finally {
            beside.shutdown();
        }
    }

    @Test // S1-14
    void whoever_owns_something_is_not_deleted_and_the_page_says_what() throws Exception {
        int id = Administration.person(administrator, Administration.name("owner"));
        Document asked = administrator.page("admin/users?id=" + id + "&do=delete");
        Administration.asked(
                "insert into datasets (name, size_mb, owner_id) values (?, 0, ?) returning id",
                Administration.name("owned"),
                id);
        Document late = administrator.press(asked, "#delete", Map.of()).parse();
        assertTrue(late.text().contains("Datasets: 1"), late.text());
        Document refused = administrator.page("admin/users?id=" + id + "&do=delete");
        assertTrue(refused.select("#delete").isEmpty());
        assertEquals("Datasets: 1", refused.select(".consequences li").text());
        assertEquals("1", Administration.asked("select count(*) from users where id = ?", id));
    }

    @Test
    void many_are_deactivated_at_once_and_what_is_refused_is_told() throws Exception {
        int first = Administration.person(administrator, Administration.name("bulk"));
        int second = Administration.person(administrator, Administration.name("bulk"));
        Document ask =
                administrator.page("admin/users?do=bulk&act=deactivate&ids=" + first + "&ids=" + second + "&ids=1");
        assertEquals(3, ask.select(".consequences li").size());
        Document report = administrator.follow(administrator.press(ask, "#bulk", Map.of()));
        assertEquals("Done: 2 deactivated.", report.select(".flash.success p").text());
        assertTrue(
                report.select(".flash.warning").text().contains("1 refused."),
                report.select(".flash").text());
        assertEquals(
                "f f",
                Administration.asked(
                        "select string_agg(active::text::char, ' ') from users where id in (?, ?)", first, second));
    }

    @Test
    void after_many_at_once_the_list_is_as_it_was_filtered_and_who_was_refused_is_named() throws Exception {
        String list = "admin/users?f.roles=Admin&sort=-email&columns=fullName,email";
        Document found = administrator.page(list);
        found.expectFirst("input[name=ids][value=1]").attr("checked", "checked");
        Document ask =
                administrator.press(found, "button[value=deactivate]", Map.of()).parse();
        assertEquals(parts("/" + list), parts(ask.select(".form-actions a").attr("href")));
        Response done = administrator.press(ask, "#bulk", Map.of());
        assertEquals(parts("/" + list), parts(done.header("Location")));
        String told = administrator.follow(done).select(".flash.warning").text();
        String name = Administration.asked("select full_name from users where id = 1");
        assertTrue(told.contains("1 refused. " + name + ": "), told);
        assertFalse(told.contains("{"), told);
    }

    @Test
    void nobody_gets_a_role_that_nobody_chose() throws Exception {
        int id = Administration.person(administrator, Administration.name("bulk"));
        Document ask = administrator.page("admin/users?do=bulk&act=role&ids=" + id);
        Document again = administrator.press(ask, "#bulk", Map.of()).parse();
        assertEquals(
                "Choose the role that they get.", again.select("#role-error").text());
        assertEquals("true", again.select("#role-choice").attr("aria-invalid"));
        assertEquals(1, again.select(".consequences li").size());
        assertEquals("Member", Administration.asked("select role_names(?)", id));
    }

    @Test
    void what_goes_with_a_record_is_told_before_and_so_is_that_nothing_does() throws Exception {
        int id = Administration.person(administrator, Administration.name("alone"));
        String address = "admin/users?do=delete&id=" + id;
        assertTrue(administrator.page(address).text().contains("Nothing else goes with it."));
        Administration.asked(
                "insert into project_members (project_id, user_id, role) select min(id), ?, 'reader' from projects returning user_id",
                id);
        Document asked = administrator.page(address);
        assertEquals("Memberships: 1", asked.select(".consequences li").text());
        assertFalse(asked.text().contains("Nothing else"));
    }

    @Test
    void many_get_one_more_role_at_once() throws Exception {
        int id = Administration.person(administrator, Administration.name("bulk"));
        Document ask = administrator.page("admin/users?do=bulk&act=role&ids=" + id);
        Administration.choose(ask, "role", "Manager");
        assertEquals(303, administrator.press(ask, "#bulk", Map.of()).statusCode());
        assertEquals("Manager, Member", Administration.asked("select role_names(?)", id));
    }

    @Test // S1-29, S0-35
    void whoever_is_disabled_or_deleted_is_out_at_the_next_request() throws Exception {
        String name = Administration.name("gone");
        int id = Administration.person(administrator, name);
        Visitor person = Administration.as(name, Administration.PASSWORD);
        assertEquals(200, person.get("models").statusCode());
        administrator.press(administrator.page("admin/users?do=bulk&act=deactivate&ids=" + id), "#bulk", Map.of());
        assertEquals(303, person.get("models").statusCode());
        administrator.press(administrator.page("admin/users?id=" + id + "&do=delete"), "#delete", Map.of());
        assertEquals("0", Administration.asked("select count(*) from users where id = ?", id));
        assertEquals(404, administrator.get("admin/users?id=" + id).statusCode());
    }

    private static int anotherAdministrator() throws Exception {
        int id = Administration.person(administrator, Administration.name("chief"));
        Administration.asked(
                "insert into user_roles (user_id, role_id) select ?, id from roles where name = 'Admin' returning 1",
                id);
        return id;
    }

    private static int status(Future<Response> answer) {
        try {
            return answer.get().statusCode();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** Of an address, in whatever order a server keeps its parameters. */
    private static Set<String> parts(String address) {
        return Set.of(address.split("[?&]"));
    }
}
