package org.hindcast.web.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.hindcast.support.Person;
import org.hindcast.support.Statements;
import org.hindcast.support.Visitor;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jsoup.Connection.Response;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What people change about themselves. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
@Tag("thread")
class AccountPageIT {

    private static final String PAGE = "account/account";

    @Test
    @DisplayName("S1-30, S1-31, S2-14: titled Account, filled in")
    void the_page_is_called_account_and_shows_what_is_stored() throws Exception {
        Person person = Person.registered();
        Document page = person.signedIn().page(PAGE);
        assertEquals("Account · Hindcast", page.title());
        assertEquals("Account", page.select("h1").text());
        assertEquals(person.email(), page.select("#email").val());
        assertEquals(person.username(), page.select("#username").val());
        assertEquals("Ada", page.select("#firstName").val());
    }

    @Test
    @DisplayName("S0-06, S1-13: looking changes nothing, and takes few statements")
    void looking_at_the_page_takes_at_most_four_statements_and_no_update() throws Exception {
        Visitor visitor = Person.registered().signedIn();
        visitor.page(PAGE);
        Statements statements = Statements.during(() -> visitor.page(PAGE));
        assertTrue(statements.count() <= 4, statements::toString);
        assertTrue(
                statements.times().keySet().stream()
                        .noneMatch(sql -> sql.toLowerCase().startsWith("update")),
                statements::toString);
    }

    @Test
    @DisplayName("S1-30, S1-33, S1-35, O3-08: another name and address, the same session")
    void another_name_and_address_are_saved_and_the_session_goes_on() throws Exception {
        Person person = Person.registered();
        Person next = Person.stranger();
        Visitor visitor = person.signedIn();
        Response saved = profile(
                visitor, Map.of("username", next.username(), "email", next.email(), "aboutMe", "I <3 \"models\""));
        assertEquals(303, saved.statusCode());
        Document page = visitor.follow(saved);
        assertTrue(page.select(".flash.success").text().contains("Your changes have been saved."));
        assertEquals(next.username(), page.select("#username").val());
        assertEquals("I <3 \"models\"", page.select("#aboutMe").val());
        assertTrue(page.select(".menu-note").text().contains(next.email()), "every page knows it at once");
        assertEquals(
                303,
                Person.signIn(new Visitor(), next.username(), person.password()).statusCode());
    }

    @Test
    @DisplayName("S1-32, S1-34, O3-08: own values are free, others' are not")
    void own_values_may_stay_and_those_of_others_are_refused_with_what_was_typed() throws Exception {
        Person person = Person.registered();
        Person other = Person.registered();
        Visitor visitor = person.signedIn();
        assertEquals(303, profile(visitor, Map.of()).statusCode());
        Document again = profile(visitor, Map.of("email", other.email(), "firstName", "Grace"))
                .parse();
        assertEquals("Email is already in use.", again.select("#email-error").text());
        assertEquals("Grace", again.select("#firstName").val());
        assertEquals("Ada", person.stored("first_name"), "nothing is half-saved");
        Document name = profile(visitor, Map.of("username", other.username())).parse();
        assertEquals(
                "Please use a different username.",
                name.select("#username-error").text());
    }

    @Test
    @DisplayName("Two tabs: the later one is told, and may still save what was typed")
    void who_saves_an_older_page_is_told_and_loses_nothing() throws Exception {
        Visitor visitor = Person.registered().signedIn();
        Document first = visitor.page(PAGE);
        Document second = visitor.page(PAGE);
        assertEquals(
                303,
                visitor.press(first, "#saveProfile", Map.of("firstName", "Grace"))
                        .statusCode());
        Response late = visitor.press(second, "#saveProfile", Map.of("lastName", "Hopper"));
        assertEquals(200, late.statusCode());
        Document told = late.parse();
        assertTrue(told.select(".flash.warning").text().contains("changed somewhere else"));
        assertEquals("Hopper", told.select("#lastName").val());
        assertEquals(303, visitor.press(told, "#saveProfile", Map.of()).statusCode());
        assertEquals("Hopper", visitor.page(PAGE).select("#lastName").val());
    }

    @Test
    @DisplayName("Double submit: the same thing saved twice is saved")
    void the_same_form_sent_twice_is_saved_once_without_a_complaint() throws Exception {
        Visitor visitor = Person.registered().signedIn();
        Document page = visitor.page(PAGE);
        Map<String, String> fields = Map.of("firstName", "Grace");
        assertEquals(303, visitor.press(page, "#saveProfile", fields).statusCode());
        assertEquals(303, visitor.press(page, "#saveProfile", fields).statusCode());
    }

    @Test
    @DisplayName("Signing in elsewhere is no edit")
    void signing_in_elsewhere_is_no_conflict() throws Exception {
        Person person = Person.registered();
        Visitor visitor = person.signedIn();
        Document page = visitor.page(PAGE);
        person.signedIn();
        assertEquals(
                303,
                visitor.press(page, "#saveProfile", Map.of("firstName", "Grace"))
                        .statusCode());
    }

    @Test
    @DisplayName("Language and time zone hold from the next page on")
    void language_and_zone_hold_from_the_next_page_on() throws Exception {
        Visitor visitor = Person.registered().signedIn();
        Response saved = visitor.press(
                visitor.page(PAGE), "#savePreferences", Map.of("language", "de", "timeZone", "Europe/Berlin"));
        Document page = visitor.follow(saved);
        assertEquals("de", page.select("html").attr("lang"));
        assertEquals("Europe/Berlin", page.select("html").attr("data-zone"));
        assertEquals("Konto", page.select("h1").text());
        visitor.cookie("hindcast-language", "en");
        assertEquals("Konto", visitor.page(PAGE).select("h1").text(), "whatever was chosen here before");
        Document again = visitor.press(page, "#savePreferences", Map.of("timeZone", "Mars/Base"))
                .parse();
        assertEquals(
                "Zeitzone muss eine Zone wie Europe/Berlin sein.",
                again.select("#timeZone-error").text());
    }

    @Test
    @DisplayName("S0-28, SEC-15: a new password ends the other sessions, not this one")
    void a_new_password_ends_other_sessions_and_remembered_browsers_but_not_this_session() throws Exception {
        Person person = Person.registered();
        Visitor here = person.signedIn();
        Visitor there = person.remembered();
        String before = here.cookie("hindcast-session");
        Response changed = change(here, person.password(), "another password", "another password");
        assertEquals(303, changed.statusCode());
        assertTrue(here.follow(changed).select(".flash.success").hasText());
        assertNotEquals(before, here.cookie("hindcast-session"), "under another id");
        assertEquals(303, there.get(PAGE).statusCode());
        assertEquals(
                200,
                Person.signIn(new Visitor(), person.email(), person.password()).statusCode());
        assertEquals(
                303,
                Person.signIn(new Visitor(), person.email(), "another password").statusCode());
    }

    @Test
    @DisplayName("The present password is asked for first")
    void without_the_present_password_there_is_no_new_one() throws Exception {
        Person person = Person.registered();
        Visitor visitor = person.signedIn();
        String before = person.stored("password_hash");
        Document wrong = change(visitor, "not my password", "another password", "another password")
                .parse();
        assertEquals(
                "This is not your current password.",
                wrong.select("#current-error").text());
        Document unequal = change(visitor, person.password(), "another password", "a third password")
                .parse();
        assertEquals(
                "The passwords are not equal.", unequal.select("#confirm-error").text());
        Document brief = change(visitor, person.password(), "short", "short").parse();
        assertTrue(brief.select("#password-error").text().contains("8 to 256"));
        assertEquals(before, person.stored("password_hash"));
    }

    @Test
    @DisplayName("S0-35, S1-29, S4-16, SEC-15, SEC-20: what changes by SQL holds at the next request")
    void who_is_disabled_or_deleted_is_out_at_the_next_request() throws Exception {
        for (String act :
                List.of("update users set active = false where username = ?", "delete from users where username = ?")) {
            Person person = Person.registered();
            Visitor visitor = person.signedIn();
            assertEquals(200, visitor.get(PAGE).statusCode());
            Person.asked(act, person.username());
            assertEquals(303, visitor.get(PAGE).statusCode(), act);
        }
        Person person = Person.registered();
        Visitor visitor = person.signedIn();
        for (int i = 0; i < 20; i++) {
            Person.asked("update users set first_name = ? where username = ?", "Ada" + i, person.username());
            assertEquals("Ada" + i, visitor.page(PAGE).select("#firstName").val());
        }
    }

    private static Response profile(Visitor visitor, Map<String, String> fields) throws Exception {
        return visitor.press(visitor.page(PAGE), "#saveProfile", fields);
    }

    private static Response change(Visitor visitor, String current, String next, String confirm) throws Exception {
        return visitor.press(
                visitor.page(PAGE),
                "#changePassword",
                Map.of("current", current, "password", next, "confirm", confirm));
    }
}
