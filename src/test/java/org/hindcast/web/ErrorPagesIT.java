package org.hindcast.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.hindcast.support.Clean;
import org.hindcast.support.Hindcast;
import org.hindcast.support.Person;
import org.hindcast.support.Visitor;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jsoup.Connection.Response;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What somebody sees when it does not work: what happened, whether anything was lost, what to do, and an id to quote. */
@ArquillianTest
@RunAsClient
class ErrorPagesIT {

    @Test
    @DisplayName("O3-14: what fails on our side is a page that says so, and nothing of the request stays")
    void a_failure_is_told_and_taken_back() throws Exception {
        Visitor visitor = new Visitor();
        Person.signIn(visitor, Hindcast.ADMIN, Hindcast.adminPassword());
        Document form = visitor.page("admin/widgets?do=create");
        Person.asked("alter table widgets rename to widgets_away");
        Response failed;
        try {
            failed = visitor.press(form, "#save", Map.of("name", "never", "weight", "1"));
        } finally {
            Person.asked("alter table widgets_away rename to widgets");
        }
        assertTold(failed, 500, "Something went wrong on our side", "What you did was not saved.");
        assertEquals("0", Person.asked("select count(*) from widgets where name = 'never'"));
        assertEquals("0", Person.asked("select count(*) from audit_entries where name = 'never'"));
        assertEquals(
                303,
                visitor.press(form, "#save", Map.of("name", "w" + System.nanoTime() % 1_000_000, "weight", "1"))
                        .statusCode());
    }

    @Test
    @DisplayName("What a role does not include is refused with a page that says who can help")
    void what_is_not_allowed_is_told() throws Exception {
        Response refused = Person.registered().signedIn().get("admin/roles");
        assertTold(refused, 403, "You may not do this", "An administrator can give you the permission.");
    }

    @Test
    @DisplayName("A page that is too old to be used is told apart from a request that makes no sense")
    void an_expired_page_is_told() throws Exception {
        Person person = Person.registered();
        Visitor visitor = person.signedIn();
        Document page = visitor.page("account/account");
        page.select("[name=jakarta.faces.ViewState]").val("-123:456");
        Response expired = visitor.press(page, "#saveProfile", Map.of("firstName", "Late"));
        assertTold(expired, 400, "This page was open for too long", "Nothing was saved.");
        assertEquals("Ada", person.stored("first_name"));
    }

    @Test
    @DisplayName("O3-14: what is not there is told, in the reader's language")
    void what_is_not_there_is_told_in_german_too() throws Exception {
        Visitor visitor = Person.registered().signedIn();
        assertTold(visitor.get("nothing-here"), 404, "There is nothing here", "mistyped");
        Document german = visitor.request("nothing-here")
                .header("Accept-Language", "de")
                .execute()
                .parse();
        assertEquals("de", german.expectFirst("html").attr("lang"));
        assertFalse(german.text().contains("There is nothing here"), german.text());
    }

    @Test
    void whoever_asks_in_a_language_that_cannot_be_read_is_answered_in_english() throws Exception {
        for (String language : List.of("-", "de,-", ";", "de;q=x")) {
            Document page = new Visitor()
                    .request("signin")
                    .header("Accept-Language", language)
                    .get();
            assertEquals("en", page.expectFirst("html").attr("lang"), language);
        }
    }

    private static void assertTold(Response answer, int status, String title, String text) throws Exception {
        String body = answer.body();
        Document page = answer.parse();
        assertEquals(status, answer.statusCode(), page.text());
        assertEquals(title, page.expectFirst("h1").text());
        assertEquals(title + " · Hindcast", page.title());
        assertTrue(page.text().contains(text), page.text());
        assertTrue(page.expectFirst("#request-id").text().matches("[0-9a-f]{12}"), "an id to quote");
        assertEquals("/", page.expectFirst(".form-actions a").attr("href"));
        Clean.assertClean(body);
    }
}
