package org.hindcast.web.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hindcast.support.Person;
import org.hindcast.support.Visitor;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jsoup.Connection.Method;
import org.jsoup.Connection.Response;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.FormElement;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody gets who is not signed in, or who does not ask as our pages do. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
@Tag("thread")
class StrangersIT {

    private static final String SESSION = "hindcast-session";

    @ParameterizedTest
    @DisplayName("S0-36, S2-45, O0-16, S1-17: nothing without signing in")
    @ValueSource(
            strings = {
                "",
                "models",
                "model?id=1",
                "account/account",
                "account/account.xhtml",
                "admin/users",
                "nothing",
                "index.xhtml"
            })
    void a_stranger_sees_no_page_of_the_registry(String path) throws Exception {
        Response answer = new Visitor().get(path);
        assertEquals(303, answer.statusCode());
        assertTrue(answer.header("Location").startsWith("/signin?next=%2F"), answer.header("Location"));
        assertEquals("no-store", answer.header("Cache-Control"));
    }

    @Test
    @DisplayName("O0-06: who is not in is led home just the same")
    void a_stranger_who_signs_out_is_led_home() throws Exception {
        Response out = new Visitor().request("do/signout").method(Method.POST).execute();
        assertEquals("303 /", out.statusCode() + " " + out.header("Location"));
    }

    @Test
    @DisplayName("S1-23 and L6 of the stack facts: strangers get no session, whatever they ask for")
    void a_stranger_gets_no_session() throws Exception {
        for (String path :
                List.of("", "signin", "register", "models", "nothing", "signin?next=%00", "do/preferences")) {
            Visitor visitor = new Visitor();
            assertNull(visitor.get(path).cookie(SESSION), path);
            assertFalse(visitor.page("signin").html().contains("jsessionid"), path);
        }
        Visitor failed = new Visitor();
        Person.signIn(failed, "nobody", "a wrong password");
        assertNull(failed.cookie(SESSION), "a refused form makes none either");
    }

    @Test
    @DisplayName("SEC-13: HttpOnly, SameSite, never in an address")
    void the_session_cookie_is_out_of_reach_for_scripts_and_other_sites() throws Exception {
        Person person = Person.registered();
        Response in = Person.signIn(new Visitor(), person.email(), person.password());
        String cookie = in.headers("Set-Cookie").stream()
                .filter(c -> c.startsWith(SESSION + "="))
                .findFirst()
                .orElseThrow()
                .toLowerCase();
        assertTrue(cookie.contains("; httponly"), cookie);
        assertTrue(cookie.contains("; samesite=lax"), cookie);
        assertTrue(cookie.contains("; path=/"), cookie);
        assertFalse(in.header("Location").contains(";"));
    }

    @ParameterizedTest
    @DisplayName("SEC-14: the headers stand on every answer")
    @ValueSource(
            strings = {
                "signin",
                "nothing",
                "models",
                "do/preferences",
                "resources/hindcast/css/hindcast.css",
                "health/live",
                "signin?next=%00"
            })
    void every_answer_tells_the_browser_to_be_careful(String path) throws Exception {
        Response answer = new Visitor().get(path);
        String policy = answer.header("Content-Security-Policy");
        for (String part :
                List.of("script-src 'self'", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'")) {
            assertTrue(policy.contains(part), policy);
        }
        assertFalse(policy.contains("unsafe"), policy);
        assertEquals("nosniff", answer.header("X-Content-Type-Options"));
        assertEquals("same-origin", answer.header("Referrer-Policy"));
    }

    @Test
    @DisplayName("SEC-14: a new nonce for each page, also after a refused form that brings its own")
    void no_two_pages_have_one_nonce() throws Exception {
        Visitor visitor = new Visitor();
        assertNotEquals(nonce(visitor.get("signin")), nonce(visitor.get("signin")));
        String known = "MDEyMzQ1NjctODlhYi1jZGVmLTAxMjMtNDU2Nzg5YWJjZGVm";
        Response forged = visitor.request("signin")
                .method(Method.POST)
                .data("signin", "signin", "jakarta.faces.ViewState", "stateless", "primefaces.nonce", known)
                .execute();
        assertEquals(200, forged.statusCode());
        assertNotEquals(known, nonce(forged));
    }

    @Test
    @DisplayName("S2-10, SEC-12: no action without our token; what was typed stays")
    void a_form_without_our_token_changes_nothing_and_keeps_what_was_typed() throws Exception {
        Person person = Person.registered();
        Visitor visitor = person.signedIn();
        for (String token : List.of(
                "",
                "wrong",
                new Visitor().page("signin").expectFirst("[name=csrf]").val())) {
            Document page = visitor.page("account/account");
            page.select("#profile [name=csrf]").val(token);
            Response answer = visitor.press(page, "#saveProfile", Map.of("firstName", "Mallory"));
            assertEquals(200, answer.statusCode());
            Document again = answer.parse();
            assertTrue(again.select(".flash.danger").text().contains("Nothing was changed"));
            assertEquals("Mallory", again.select("#firstName").val());
        }
        assertEquals("Ada", person.stored("first_name"));
    }

    @ParameterizedTest
    @DisplayName("S1-33, SEC-12: no GET changes anything, nor does any method but POST, even with our token")
    @EnumSource(names = {"GET", "HEAD", "PUT", "DELETE", "OPTIONS"})
    void only_a_post_changes_anything(Method method) throws Exception {
        Person person = Person.registered();
        Visitor visitor = person.signedIn();
        FormElement form = (FormElement) visitor.page("account/account").expectFirst("#profile");
        form.expectFirst("#firstName").val("Mallory");
        String fields = Stream.concat(
                        form.formData().stream().map(field -> field.key() + "=" + encoded(field.value())),
                        Stream.of("saveProfile=Save"))
                .collect(Collectors.joining("&"));
        Response answer =
                visitor.request("account/account?" + fields).method(method).execute();
        assertEquals(method == Method.GET || method == Method.HEAD ? 200 : 405, answer.statusCode());
        assertEquals("Ada", person.stored("first_name"));
        assertEquals(
                303,
                visitor.request("account/account?" + fields)
                        .method(Method.POST)
                        .execute()
                        .statusCode(),
                "the same fields by POST are a form");
        assertEquals("Mallory", person.stored("first_name"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String nonce(Response answer) {
        return answer.header("Content-Security-Policy").replaceAll(".*'nonce-([^']*)'.*", "$1");
    }
}
