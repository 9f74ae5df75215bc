package org.hindcast.web.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.hindcast.support.Hindcast;
import org.hindcast.support.Visitor;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jsoup.Connection.Response;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The form by which administrators add and change people: what it says of what is typed, and where it leads. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class UserFormIT {

    private static Visitor administrator;

    @BeforeAll
    static void signIn() throws Exception {
        administrator = Administration.asAdministrator();
    }

    @Test // S2-03: we decided that it leads to the new record, from where the list is one step away
    void a_valid_form_is_stored_and_leads_to_the_record() throws Exception {
        String name = Administration.name("led");
        Response answer = save(administrator.page("admin/users?do=create"), name, name + "@example.org");
        assertEquals(303, answer.statusCode());
        String id = Administration.asked("select id from users where username = ?", name);
        assertEquals("/admin/users?id=" + id, answer.header("Location"));
        assertEquals(
                "/admin/users", administrator.follow(answer).select(".crumbs a").attr("href"));
    }

    @Test // S2-07, S2-08
    void a_username_or_an_email_that_somebody_has_is_refused_at_its_field() throws Exception {
        String name = Administration.name("taken");
        Administration.person(administrator, name);
        Document form = administrator.page("admin/users?do=create");
        Document email =
                save(form, name + "x", name.toUpperCase() + "@Example.org").parse();
        assertEquals("Email is already in use.", email.select("#email-error").text());
        assertEquals("email-error", email.expectFirst("#email").attr("aria-describedby"));
        Document username =
                save(form, name.toUpperCase(), name + "x@example.org").parse();
        assertEquals(
                "Please use a different username.",
                username.select("#username-error").text());
        assertEquals("1", Administration.asked("select count(*) from users where username ilike ?", name + "%"));
    }

    @Test // S2-12
    void what_is_wrong_with_a_choice_is_tied_to_it() throws Exception {
        Document form = administrator.page("admin/users?do=create");
        assertEquals("", form.expectFirst("#timeZone").attr("aria-invalid"));
        form.expectFirst("#timeZone option").val("Nowhere/Else").attr("selected", "selected");
        form.select("#timeZone option:gt(0)").removeAttr("selected");
        Document again = save(form, Administration.name("z"), "z@example.org").parse();
        assertTrue(again.expectFirst("#timeZone-error").hasText());
        assertEquals("timeZone-error", again.expectFirst("#timeZone").attr("aria-describedby"));
        assertEquals("true", again.expectFirst("#timeZone").attr("aria-invalid"));
    }

    @Test // S2-04, S2-05, S2-09, S1-34
    void what_is_wrong_is_told_at_its_field_and_nothing_typed_is_lost() throws Exception {
        Document form = administrator.page("admin/users?do=create");
        Document again = administrator
                .press(
                        form,
                        "#save",
                        Map.of(
                                "firstName",
                                " ",
                                "lastName",
                                "x".repeat(101),
                                "username",
                                "a b",
                                "email",
                                "ADMIN@",
                                "password",
                                "short"))
                .parse();
        for (String field : List.of("firstName", "lastName", "username", "email")) {
            assertTrue(again.select("#" + field + "-error").hasText(), field);
        }
        assertEquals("x".repeat(101), again.select("#lastName").val());
        assertEquals("a b", again.select("#username").val());
        assertEquals("", again.select("#password").val());
    }

    @Test
    @DisplayName("S1-31: the form shows what is stored, also a time zone that is not among the usual ones")
    void saving_a_form_changes_only_what_was_typed() throws Exception {
        int id = Administration.person(administrator, Administration.name("zone"));
        Administration.asked("update users set time_zone = 'Etc/GMT+3' where id = ? returning 1", id);
        Document form = administrator.page("admin/users?id=" + id + "&do=edit");
        assertEquals("Etc/GMT+3", form.select("#timeZone option[selected]").val());
        administrator.press(form, "#save", Map.of("firstName", "Changed"));
        assertEquals(
                "Changed Etc/GMT+3",
                Administration.asked("select first_name || ' ' || time_zone from users where id = ?", id));
    }

    @Test // S2-13
    void every_form_leads_back_to_where_it_was_opened() throws Exception {
        Document create = administrator.page("admin/users?do=create");
        assertEquals("/admin/users", create.select(".crumbs a").attr("href"));
        assertEquals("/admin/users", create.select(".form-actions a").attr("href"));
        Document edit = administrator.page("admin/users?id=1&do=edit");
        assertEquals(
                List.of("/admin/users", "/admin/users?id=1"),
                edit.select(".crumbs a").eachAttr("href"));
        assertEquals("/admin/users?id=1", edit.select(".form-actions a").attr("href"));
    }

    @Test // S2-13
    void whoever_edits_or_deletes_from_a_list_is_back_at_it_as_it_was() throws Exception {
        String name = Administration.name("back");
        int id = Administration.person(administrator, name);
        String list = "/admin/users?q=" + name + "&sort=-email";
        Document edit = comingFrom(list, "admin/users?do=edit&id=" + id);
        assertEquals(list, edit.select(".form-actions a").attr("href"));
        Document refused =
                administrator.press(edit, "#save", Map.of("email", "none")).parse();
        Response saved = administrator.press(refused, "#save", Map.of("email", name + "@example.org"));
        assertEquals(list, saved.header("Location"));
        Document record = comingFrom(list, "admin/users?id=" + id);
        Document form =
                administrator.page(record.select(".page-actions a").attr("href").substring(1));
        Document again = administrator.follow(administrator.press(form, "#save", Map.of()));
        assertEquals(name + "@example.org", again.select(".props dd").get(3).text());
        assertEquals(list, again.select(".crumbs a").attr("href"));
        Document delete = comingFrom(list, "admin/users?do=delete&id=" + id);
        assertEquals(list, administrator.press(delete, "#delete", Map.of()).header("Location"));
    }

    @Test // S2-13
    void who_deletes_a_version_ends_at_its_model_unless_a_list_led_there() throws Exception {
        for (String from : List.of("/model?id=1", "/versions?sort=-accuracy")) {
            String id = Administration.asked("insert into model_versions (model_id, number, accuracy, created_by) "
                    + "select 1, max(number) + 1, 0, 1 from model_versions where model_id = 1 returning id");
            Document record = comingFrom(from, "versions?id=" + id);
            String ask = record.select(".page-actions a.danger").attr("href").substring(1);
            Document form = comingFrom("/versions?id=" + id, ask);
            assertEquals(from, administrator.press(form, "#delete", Map.of()).header("Location"));
        }
        Document create = administrator.page("versions?do=create&model=1");
        assertEquals("/model?id=1", create.select(".form-actions a").attr("href"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"//evil.org/admin/users", "/signin", "/admin/users?do=create", "/admin/users\\..", "x"})
    void no_other_site_and_no_other_page_is_a_way_back(String back) throws Exception {
        Document form =
                administrator.page("admin/users?do=edit&id=1&back=" + URLEncoder.encode(back, StandardCharsets.UTF_8));
        assertEquals("/admin/users?id=1", form.select(".form-actions a").attr("href"));
        assertEquals(0, form.select("input[name=back]").size());
    }

    private static Document comingFrom(String list, String path) throws Exception {
        return administrator
                .request(path)
                .header("Referer", Hindcast.url(list.substring(1)).toString())
                .get();
    }

    private static Response save(Document form, String username, String email) throws Exception {
        Response answer = administrator.press(
                form,
                "#save",
                Map.of(
                        "firstName",
                        "Grace",
                        "lastName",
                        "Hopper",
                        "username",
                        username,
                        "email",
                        email,
                        "password",
                        Administration.PASSWORD));
        answer.body();
        return answer;
    }
}
