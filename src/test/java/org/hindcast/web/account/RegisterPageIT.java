package org.hindcast.web.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.hindcast.support.Person;
import org.hindcast.support.Visitor;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jsoup.Connection.Response;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody adds themselves. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
@Tag("thread")
class RegisterPageIT {

    private final Visitor visitor = new Visitor();
    private final Person person = Person.stranger();

    @Test
    @DisplayName("O0-03, S3-01, S1-20, S1-33: registered, told so once, and sent to sign in")
    void who_registers_is_told_so_once_and_can_sign_in() throws Exception {
        Response answer = person.register(visitor, Map.of());
        assertEquals(303, answer.statusCode());
        assertEquals("/signin", answer.header("Location"));
        String said = "You have successfully registered. You may now sign in.";
        assertTrue(visitor.follow(answer).select(".flash.success").text().contains(said));
        assertFalse(visitor.page("signin").text().contains(said), "a flash is shown once");
        assertEquals(
                "Account",
                person.signedIn().page("account/account").select("h1").text());
    }

    @Test
    @DisplayName("S0-25, S0-26, S0-27, S2-06, SEC-7: what is stored of a new person")
    void a_new_person_has_a_hash_the_role_of_members_and_has_never_signed_in() throws Exception {
        person.register(visitor, Map.of());
        assertTrue(person.stored("password_hash").startsWith("PBKDF2WithHmacSHA256:"));
        assertNull(person.stored("last_login_at"));
        assertNull(person.stored("login_count"));
        assertEquals("Member", person.stored("role_names(id)"));
        assertEquals("t", person.stored("now() - created_at < interval '1 minute'"));
    }

    @Test
    @DisplayName("O0-01, S2-05, S1-34: everything is required, and what was typed stays")
    void every_field_is_required_and_what_was_typed_stays() throws Exception {
        for (String field : List.of("firstName", "lastName", "username", "email", "password", "confirm")) {
            Document again = person.register(visitor, Map.of(field, "")).parse();
            assertEquals(1, again.select("#" + field + "-error").size(), field);
            assertEquals("true", again.select("[aria-invalid]").get(0).attr("aria-invalid"), field);
            assertEquals(
                    field.equals("lastName") ? "" : "Lovelace",
                    again.select("#lastName").val());
            assertEquals("", again.select("#password").val(), "a password never comes back");
        }
        assertNull(person.stored("id"));
    }

    @ParameterizedTest
    @DisplayName("S2-05: a name that nobody can see is missing, and blanks around one are not kept")
    @ValueSource(strings = {"\u00a0\u2003", "\u200b", "\u202e\u200f"})
    void a_name_that_nobody_sees_is_missing(String unseen) throws Exception {
        Document again = person.register(visitor, Map.of("firstName", unseen)).parse();
        assertEquals("First name is missing.", again.select("#firstName-error").text());
        assertEquals(
                303,
                person.register(visitor, Map.of("firstName", "\u00a0Ada" + unseen.charAt(0) + "\u3000"))
                        .statusCode());
        assertTrue(person.stored("first_name").startsWith("Ada"));
    }

    @ParameterizedTest
    @DisplayName("S3-01: whoever registered signs in by their username, whatever letters it has, and nobody takes it")
    @ValueSource(strings = {"İpek", "ıstan", "Straße", "ΣΑΣ", "Ǆ", "张伟李"})
    void a_username_may_have_letters_of_every_script(String letters) throws Exception {
        String name = letters + person.username();
        assertEquals(303, person.register(visitor, Map.of("username", name)).statusCode());
        assertEquals(303, Person.signIn(new Visitor(), name, person.password()).statusCode());
        Document taken = Person.stranger()
                .register(new Visitor(), Map.of("username", name))
                .parse();
        assertEquals(
                "Please use a different username.",
                taken.select("#username-error").text());
    }

    @Test
    @DisplayName("A new person begins in the time zone of their browser, or in UTC")
    void a_new_person_has_the_time_zone_of_their_browser() throws Exception {
        Map<String, String> zones =
                Map.of("Europe/Berlin", "Europe/Berlin", "Mars/Base", "UTC", "", "UTC", "<script>", "UTC");
        for (Map.Entry<String, String> zone : zones.entrySet()) {
            Person person = Person.stranger();
            Response answer = person.register(new Visitor(), Map.of("zone", zone.getKey()));
            assertEquals(303, answer.statusCode());
            assertEquals(zone.getValue(), person.stored("time_zone"), zone.getKey());
        }
    }

    @Test
    @DisplayName("S2-04, O0-01: the format of an email is checked")
    void an_odd_email_is_told_at_its_field() throws Exception {
        Document again =
                person.register(visitor, Map.of("email", "not an email")).parse();
        assertEquals(
                "Email must look like name@example.org.",
                again.select("#email-error").text());
        assertEquals("email-error", again.select("#email").attr("aria-describedby"));
        assertNull(person.stored("id"));
    }

    @Test
    @DisplayName("O0-02, S2-07, S2-08, O3-08: taken is taken in any case of letters")
    void a_taken_email_or_username_is_told_at_its_field_in_any_case() throws Exception {
        Person other = Person.registered();
        Document email = person.register(
                        visitor, Map.of("email", " " + other.email().toUpperCase()))
                .parse();
        assertEquals("Email is already in use.", email.select("#email-error").text());
        Document name = person.register(
                        visitor, Map.of("username", other.username().toUpperCase()))
                .parse();
        assertEquals(
                "Please use a different username.",
                name.select("#username-error").text());
    }

    @Test
    @DisplayName("O0-02: an address is stored in small letters, and found in any")
    void an_email_is_stored_trimmed_and_in_small_letters() throws Exception {
        person.register(visitor, Map.of("email", " " + person.email().toUpperCase() + " "));
        assertEquals(person.email(), person.stored("email"));
        assertEquals(
                303,
                Person.signIn(new Visitor(), person.email().toUpperCase(), person.password())
                        .statusCode());
        assertEquals(
                303,
                Person.signIn(new Visitor(), person.username().toUpperCase(), person.password())
                        .statusCode());
    }

    @Test
    @DisplayName("O3-01, O0-01: 8 to 256 characters, twice the same")
    void a_password_has_8_to_256_characters_and_is_typed_twice() throws Exception {
        for (String password : List.of("1234567", "x".repeat(257))) {
            Document again = person.register(visitor, Map.of("password", password, "confirm", password))
                    .parse();
            assertEquals(
                    "Password must have 8 to 256 characters.",
                    again.select("#password-error").text());
        }
        Document unequal =
                person.register(visitor, Map.of("confirm", "something else")).parse();
        assertEquals(
                "The passwords are not equal.", unequal.select("#confirm-error").text());
        String longest = "ü".repeat(256);
        assertEquals(
                303,
                person.register(visitor, Map.of("password", longest, "confirm", longest))
                        .statusCode());
    }

    @Test
    @DisplayName("S2-08: a duplicate races a duplicate")
    void of_many_who_want_one_name_at_once_one_gets_it_and_the_others_are_told() throws Exception {
        ExecutorService crowd = Executors.newFixedThreadPool(8);
        Callable<Response> one = () -> person.register(new Visitor(), Map.of());
        List<Future<Response>> answers =
                crowd.invokeAll(IntStream.range(0, 8).mapToObj(i -> one).toList());
        crowd.shutdown();
        int in = 0;
        for (Future<Response> answer : answers) {
            in += answer.get().statusCode() == 303 ? 1 : 0;
            assertTrue(List.of(200, 303).contains(answer.get().statusCode()), "never a failure");
            assertTrue(answer.get().statusCode() == 303
                    || answer.get().parse().select(".error").hasText());
        }
        assertEquals(1, in);
        assertEquals("1", Person.asked("select count(*) from users where username = ?", person.username()));
    }

    @Test
    @DisplayName("S0-22, S2-07, S3-04: the database itself refuses a second one")
    void the_database_refuses_a_second_account_of_one_address_or_name() throws Exception {
        person.register(visitor, Map.of());
        for (String own : List.of("upper(username), 'x' || email", "'x' || username, email")) {
            String copy = "insert into users (username, email, first_name, last_name, password_hash) select " + own
                    + ", first_name, last_name, 'x' from users where username = ?";
            assertEquals("23505", state(copy, person.username()));
        }
        assertEquals("23502", state("update users set first_name = null where username = ?", person.username()));
    }

    @Test
    @DisplayName("O0-03: links both ways; S1-27: who is in has no business here")
    void the_page_links_to_signing_in_and_back_and_sends_home_who_is_in() throws Exception {
        assertNotEquals(0, visitor.page("register").select("a[href=/signin]").size());
        assertNotEquals(0, visitor.page("signin").select("a[href=/register]").size());
        person.register(visitor, Map.of());
        Response answer = person.signedIn().get("register");
        assertEquals(303, answer.statusCode());
        assertEquals("/", answer.header("Location"));
    }

    private static String state(String sql, String username) {
        try {
            Person.asked(sql, username);
            return "";
        } catch (SQLException refused) {
            return refused.getSQLState();
        }
    }
}
