package org.hindcast.web.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hindcast.support.Person;
import org.hindcast.support.Visitor;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jsoup.Connection.Method;
import org.jsoup.Connection.Response;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The way in and the way out. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
@Tag("thread")
class SignInPageIT {

    private static final String SESSION = "hindcast-session";
    private static final String REMEMBER = "hindcast-remember";

    @Test
    @DisplayName("O0-05, S0-26, S0-27, S1-22, S1-33: in, by 303, counted")
    void signing_in_is_counted_and_dated_and_leads_home() throws Exception {
        Person person = Person.registered();
        Response answer = Person.signIn(new Visitor(), person.username(), person.password());
        assertEquals(303, answer.statusCode());
        assertEquals("/", answer.header("Location"));
        assertEquals("1", person.stored("login_count"));
        assertEquals("t", person.stored("now() - last_login_at < interval '1 minute'"));
        person.signedIn();
        assertEquals("2", person.stored("login_count"));
    }

    @Test
    @DisplayName("O0-04, SEC-8: unknown, wrong and disabled look the same")
    void unknown_wrong_and_disabled_get_one_and_the_same_answer() throws Exception {
        Person person = Person.registered();
        Person disabled = Person.registered();
        Person.asked("update users set active = false where username = ?", disabled.username());
        List<Response> answers = List.of(
                Person.signIn(new Visitor(), Person.stranger().username(), "some password"),
                Person.signIn(new Visitor(), person.username(), "some password"),
                Person.signIn(new Visitor(), disabled.username(), disabled.password()));
        Set<String> texts = new HashSet<>();
        for (Response answer : answers) {
            assertEquals(200, answer.statusCode());
            assertNull(answer.cookie(SESSION));
            Document page = answer.parse();
            assertTrue(page.select(".flash.danger").text().contains("Invalid email or password"));
            page.select("input").remove();
            texts.add(page.select("main").html());
        }
        assertEquals(1, texts.size());
    }

    @Test
    @DisplayName("S1-34: what is missing is told at its field, and the name typed stays")
    void an_empty_field_is_told_at_the_field() throws Exception {
        Visitor visitor = new Visitor();
        Document again = Person.signIn(visitor, "ada", "").parse();
        assertEquals("Password is missing.", again.select("#password-error").text());
        assertEquals("ada", again.select("#email").val());
        Document blank = Person.signIn(visitor, "   ", "x").parse();
        assertEquals(
                "Email or username is missing.", blank.select("#email-error").text());
    }

    @Test
    @DisplayName("S0-37, S0-38, S1-17, S1-18, S1-28, O3-02: asked to sign in, then back")
    void a_stranger_is_asked_to_sign_in_and_then_led_where_they_wanted_to_go() throws Exception {
        Person person = Person.registered();
        Visitor visitor = new Visitor();
        Response away = visitor.get("models?page=2&q=%C3%BC");
        assertEquals(303, away.statusCode());
        Document form = visitor.follow(away);
        assertTrue(form.select(".flash.info").text().contains("Sign in to see that page."));
        Response in = visitor.press(form, "#submit", Map.of("email", person.email(), "password", person.password()));
        assertEquals("/models?page=2&q=%C3%BC", in.header("Location"));
        assertTrue(new Visitor().page("").select(".flash.info").hasText(), "at home as well");
    }

    @ParameterizedTest
    @DisplayName("S0-38, SEC-17: never to another site")
    @ValueSource(
            strings = {
                "//evil.example",
                "/\\evil.example",
                "\\\\evil.example",
                "https://evil.example",
                "javascript:alert(1)",
                "/\t/evil.example",
                " //evil.example",
                "evil.example",
                "/%0d%0aX: y\r\nX: y"
            })
    void nobody_is_led_to_another_site(String next) throws Exception {
        Person person = Person.registered();
        Visitor visitor = new Visitor();
        Document form = visitor.request("signin").data("next", next).get();
        Response in = visitor.press(form, "#submit", Map.of("email", person.email(), "password", person.password()));
        assertEquals(303, in.statusCode());
        assertTrue(in.header("Location").matches("/([^/\\\\].*)?"), in.header("Location"));
        assertNull(in.header("X"));
        Element language = visitor.page("").expectFirst("button[name=language]");
        language.closest("form").expectFirst("[name=next]").val(next);
        Response chosen = visitor.press(language.ownerDocument(), "button[name=language]", Map.of());
        assertEquals(303, chosen.statusCode());
        assertTrue(chosen.header("Location").matches("/([^/\\\\].*)?"), chosen.header("Location"));
    }

    @Test
    @DisplayName("S1-26, O0-05: who is in is led away, also when posting")
    void who_is_in_already_is_led_away() throws Exception {
        Person person = Person.registered();
        Visitor visitor = new Visitor();
        Document before = visitor.page("signin");
        Person.signIn(visitor, person.email(), person.password());
        assertEquals(303, visitor.get("signin").statusCode());
        Response again = visitor.press(before, "#submit", Map.of("email", "x", "password", "y"));
        assertEquals(303, again.statusCode());
        assertEquals("/", again.header("Location"));
    }

    @Test
    @DisplayName("SEC-1, S1-23: an id known before is worth nothing after")
    void a_session_id_known_before_signing_in_is_worth_nothing() throws Exception {
        Person person = Person.registered();
        Visitor first = person.signedIn();
        String known = first.cookie(SESSION);
        assertNotNull(known);
        Visitor victim = new Visitor();
        victim.cookie(SESSION, "0123456789abcdef0123456789ab");
        Person.signIn(victim, person.email(), person.password());
        assertNotEquals("0123456789abcdef0123456789ab", victim.cookie(SESSION));
        assertNotEquals(known, victim.cookie(SESSION));
        Visitor attacker = new Visitor();
        attacker.cookie(SESSION, "0123456789abcdef0123456789ab");
        assertEquals(303, attacker.get("account/account").statusCode());
    }

    @Test
    @DisplayName("O0-06, S1-24: out is out, on the server and in the browser")
    void after_signing_out_the_session_is_over_and_no_page_was_kept() throws Exception {
        Visitor visitor = Person.registered().remembered();
        Document page = visitor.page("account/account");
        assertTrue(visitor.get("account/account").header("Cache-Control").contains("no-store"));
        String session = visitor.cookie(SESSION);
        assertEquals(
                403, visitor.request("do/signout").method(Method.POST).execute().statusCode(), "by our form alone");
        assertEquals(200, visitor.get("account/account").statusCode());
        Response out = visitor.press(page, "form[action=/do/signout] button", Map.of());
        assertEquals(303, out.statusCode());
        assertEquals("/", out.header("Location"));
        assertEquals("/signin?next=%2F", visitor.get("").header("Location"), "home asks a stranger to sign in");
        assertEquals(
                "Done: You are signed out.", visitor.page("").select(".flash p").text());
        assertNull(visitor.cookie(REMEMBER), "the remembered browser is forgotten");
        visitor.cookie(SESSION, session);
        assertEquals(303, visitor.get("account/account").statusCode());
        assertEquals(
                405,
                visitor.request("do/signout").method(Method.GET).execute().statusCode(),
                "never by following a link");
    }

    @Test
    @DisplayName("O0-04: remembered for a day, by a secret that changes at every use")
    void a_remembered_browser_comes_back_without_a_password_for_a_day() throws Exception {
        Visitor visitor = Person.registered().remembered();
        String first = visitor.cookie(REMEMBER);
        String day = Person.asked(
                "select count(*) from remembered where series = ? and expires_at "
                        + "between now() + interval '23 hours' and now() + interval '24 hours'",
                first.split("\\.")[0]);
        assertEquals("1", day);
        Visitor later = new Visitor();
        later.cookie(REMEMBER, first);
        assertEquals(200, later.get("account/account").statusCode());
        assertNotEquals(first, later.cookie(REMEMBER));
        assertNotNull(later.cookie(SESSION));
        Person.asked("update remembered set expires_at = now() where series = ?", first.split("\\.")[0]);
        assertEquals(303, with(later.cookie(REMEMBER)).get("account/account").statusCode(), "and no longer");
        assertNull(Person.registered().signedIn().cookie(REMEMBER), "only who asked for it");
    }

    @Test
    @DisplayName("O0-04: tabs opened at once are all let in; a copy used later ends it")
    void tabs_opened_at_once_are_all_let_in_but_a_copied_secret_ends_it_for_all() throws Exception {
        Visitor visitor = Person.registered().remembered();
        String first = visitor.cookie(REMEMBER);
        assertEquals(200, with(first).get("account/account").statusCode());
        assertEquals(200, with(first).get("account/account").statusCode());
        Person.asked(
                "update remembered set rotated_at = now() - interval '1 minute' where series = ?",
                first.split("\\.")[0]);
        assertEquals(303, with(first).get("account/account").statusCode());
        assertEquals("0", Person.asked("select count(*) from remembered where series = ?", first.split("\\.")[0]));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", ".", "..", "a.b", "a.b.c", "%00.%00", "'.'"})
    void an_odd_cookie_of_a_remembered_browser_is_nothing_but_useless(String odd) throws Exception {
        assertEquals(303, with(odd).get("account/account").statusCode());
        assertFalse(with(odd).get("signin").statusCode() >= 400);
    }

    private static Visitor with(String secret) {
        Visitor visitor = new Visitor();
        visitor.cookie(REMEMBER, secret);
        return visitor;
    }
}
