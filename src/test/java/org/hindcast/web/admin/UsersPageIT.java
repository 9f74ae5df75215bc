package org.hindcast.web.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hindcast.support.Statements;
import org.hindcast.support.Visitor;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jsoup.Connection.Response;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The list of people and what administrators do with it. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class UsersPageIT {

    private static Visitor administrator;

    @BeforeAll
    static void signIn() throws Exception {
        administrator = Administration.asAdministrator();
    }

    @Test // S2-01
    void the_list_shows_names_and_emails_twenty_at_a_time() throws Exception {
        Document list = administrator.page("admin/users");
        assertEquals(20, list.select("table.list tbody tr").size());
        List<String> headings = list.select("table.list thead th a").eachText();
        assertTrue(headings.containsAll(List.of("ID", "Name", "Email", "Created")), headings.toString());
        Document first = administrator.page("admin/users?sort=id&columns=fullName,email,createdAt,id");
        assertEquals("1", first.select("tbody tr").first().select("td.num").text());
        assertEquals(
                50,
                administrator
                        .page("admin/users?size=50")
                        .select("table.list tbody tr")
                        .size());
    }

    @Test // S0-39, S1-09
    void everybody_is_listed_and_the_full_name_sorts_and_filters() throws Exception {
        Document all = administrator.page("admin/users");
        String everybody = Administration.asked("select to_char(count(*), 'FM999,999') from users");
        assertEquals(everybody, all.select(".list-bar strong").text());
        String name = Administration.name("zz");
        Administration.person(administrator, name);
        Document found = administrator.page("admin/users?f.fullName=Grace%20" + name);
        assertEquals(List.of("Grace " + name), found.select("td.key").eachText());
        assertEquals(
                Administration.asked("select first_name || ' ' || last_name from users order by 1 desc, id limit 1"),
                administrator
                        .page("admin/users?sort=-fullName")
                        .select("td.key")
                        .first()
                        .text());
    }

    @Test
    void an_address_shows_the_same_list_to_whoever_opens_it() throws Exception {
        String address = "admin/users?q=ada.&sort=-email&f.active=true&f.roles=Member&columns=fullName,email";
        Document list = administrator.page(address);
        List<String> emails = list.select("table.list tbody td.second").eachText();
        assertTrue(emails.size() > 5, emails.toString());
        assertEquals(emails.stream().sorted(java.util.Comparator.reverseOrder()).toList(), emails);
        assertTrue(emails.stream().allMatch(email -> email.contains("ada")), emails.toString());
        assertEquals(2, list.select("table.list thead th a").size());
        assertEquals(3, list.select(".chips .chip").size());
        assertEquals(
                emails,
                Administration.asAdministrator()
                        .page(address)
                        .select("table.list tbody td.second")
                        .eachText());
        assertTrue(administrator.page("admin/users?q=a%25a").select("td.key").isEmpty(), "no sign stands for others");
        assertTrue(
                administrator.page("admin/users?f.email=a_a").select("td.key").isEmpty());
    }

    @Test
    void several_columns_sort_and_the_number_breaks_ties() throws Exception {
        String twice = "insert into users (username, email, first_name, last_name, password_hash, active) "
                + "select ? || n, ? || n, 'Zz', 'Zz', 'none', false from generate_series(1, 3) n returning id";
        Administration.asked(twice, Administration.name("same"), Administration.name("same"));
        String list = "admin/users?sort=active,-fullName&size=100";
        Document first = administrator.page(list);
        List<String> ids = new ArrayList<>(first.select("input[name=ids]").eachAttr("value"));
        ids.addAll(
                administrator.page(list + "&page=2").select("input[name=ids]").eachAttr("value"));
        assertEquals(
                Administration.asked("select string_agg(id::text, ' ') from "
                        + "(select id from users order by active, full_name desc, id desc limit 200) as listed"),
                String.join(" ", ids));
        assertEquals("asc", first.select("th a[data-rank=1]").attr("data-sort"));
        assertEquals("desc", first.select("th a[data-rank=2]").attr("data-sort"));
    }

    @Test
    void a_filter_that_can_not_be_read_is_told_and_kept() throws Exception {
        Document list = administrator.page("admin/users?f.loginCount.from=many&f.createdAt.to=yesterday");
        assertEquals(
                List.of("Write a number.", "Write a date like 2026-01-31."),
                list.select(".filter-panel .error").eachText());
        assertEquals("many", list.select("input[name=f.loginCount.from]").val());
        assertEquals(20, list.select("table.list tbody tr").size());
    }

    @Test
    void whatever_stands_in_the_address_the_answer_is_a_clean_page() throws Exception {
        for (String query : List.of(
                "page=0",
                "page=-1",
                "page=x",
                "size=7",
                "sort=nothing",
                "sort=passwordHash",
                "columns=passwordHash",
                "f.createdAt.from=99999-01-01",
                "f.loginCount.to=99999999999",
                "q=%25_%5C'%22",
                "q=%F0%9F%98%80",
                "do=nothing")) {
            assertEquals(200, administrator.get("admin/users?" + query).statusCode(), query);
        }
        assertFalse(administrator.get("admin/users?columns=passwordHash").body().contains("PBKDF2"));
        for (String query :
                List.of("id=0", "id=x", "id=99999999999", "id=987654321&do=edit", "id=987654321&do=delete")) {
            assertEquals(404, administrator.get("admin/users?" + query).statusCode(), query);
        }
    }

    @Test
    void whoever_asks_beyond_the_last_page_is_led_to_that() throws Exception {
        Response beyond = administrator.get("admin/users?size=100&page=9999");
        assertEquals(303, beyond.statusCode());
        Document last = administrator.follow(beyond);
        assertFalse(last.select("table.list tbody tr").isEmpty());
        assertTrue(last.select("a[rel=next]").isEmpty());
    }

    @Test
    void a_list_takes_at_most_four_statements_and_reads_only_the_columns_shown() throws Exception { // S2-49
        administrator.get("admin/users");
        Statements full = Statements.during(() -> administrator.get("admin/users?sort=email"));
        assertTrue(full.count() <= 4, full.toString());
        Statements some = Statements.during(() -> administrator.get("admin/users?columns=fullName,username"));
        assertTrue(some.count() <= 4, some.toString());
        assertFalse(readsEmails(some), some.toString());
        Statements shown = Statements.during(() -> administrator.get("admin/users?columns=fullName,email"));
        assertTrue(readsEmails(shown), shown.toString());
    }

    private static boolean readsEmails(Statements statements) {
        return statements.times().keySet().stream()
                .anyMatch(sql -> sql.toUpperCase().matches("(?s)SELECT [^(]*\\bEMAIL\\b.* FROM USERS.*LIMIT.*"));
    }

    @Test // S2-02, S2-03, S4-10, S4-15
    void an_administrator_registers_a_second_person_and_makes_them_a_manager() throws Exception {
        String name = Administration.name("grace");
        int id = Administration.person(administrator, name);
        Document form = administrator.page("admin/users?id=" + id + "&do=edit");
        form.select("input[name=roleIds]").forEach(box -> tick(box, List.of("Manager", "Member")));
        assertEquals(303, administrator.press(form, "#save", Map.of()).statusCode());
        assertEquals("Manager, Member", Administration.asked("select role_names(?)", id));
        assertEquals(
                200, Administration.as(name, Administration.PASSWORD).get("").statusCode());
    }

    @Test
    void a_form_for_somebody_who_was_deleted_meanwhile_gives_back_what_was_typed_but_no_password() throws Exception {
        int id = Administration.person(administrator, Administration.name("gone"));
        Document form = administrator.page("admin/users?id=" + id + "&do=edit");
        Administration.asked("delete from users where id = ? returning 1", id);
        Response answer = administrator.press(
                form, "#save", Map.of("firstName", "Typed <b>here</b>", "password", "a secret that nobody shows"));
        assertEquals(404, answer.statusCode());
        Document page = answer.parse();
        assertTrue(page.select(".typed dd").eachText().contains("Typed <b>here</b>"), page.text());
        assertEquals(-1, page.html().indexOf("a secret that nobody shows"));
        Document forged = administrator
                .get("admin/users?do=edit&jakarta.faces.ViewState=stateless&firstName=Foreign&id=" + id)
                .parse();
        assertEquals(-1, forged.html().indexOf("Foreign"), "an address puts nothing in our mouth");
    }

    @Test
    void the_number_of_users_is_counted_in_words_that_fit() throws Exception {
        String name = Administration.name("single");
        Administration.person(administrator, name);
        assertEquals(
                "1 user",
                administrator
                        .page("admin/users?q=" + name)
                        .select(".list-bar p")
                        .text());
        Document none = administrator.page("admin/users?q=" + name + "x&columns=fullName,email");
        assertEquals("0 users", none.select(".list-bar p").text());
        assertEquals(
                "/admin/users?columns=fullName,email",
                none.select(".empty a").attr("href"),
                "the columns stay when the filters go");
    }

    @Test // S2-15
    void whatever_people_are_called_stays_text() throws Exception {
        String name = Administration.name("mallory");
        int id = Administration.person(administrator, name);
        Document form = administrator.page("admin/users?id=" + id + "&do=edit");
        administrator.press(
                form, "#save", Map.of("firstName", "<script>alert(1)</script>", "lastName", "'; drop table users; --"));
        Response details = administrator.get("admin/users?id=" + id);
        assertFalse(details.body().contains("<script>alert"));
        assertTrue(details.parse().text().contains("<script>alert(1)</script> '; drop table users; --"));
        assertEquals(
                "<script>alert(1)</script>", Administration.asked("select first_name from users where id = ?", id));
    }

    private static void tick(org.jsoup.nodes.Element box, List<String> names) {
        String role = box.parent().select("span").first().ownText();
        if (names.contains(role)) {
            box.attr("checked", "checked");
        } else {
            box.removeAttr("checked");
        }
    }
}
