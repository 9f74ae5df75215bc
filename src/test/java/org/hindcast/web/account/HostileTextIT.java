package org.hindcast.web.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hindcast.persistence.Characters;
import org.hindcast.support.Hindcast;
import org.hindcast.support.Person;
import org.hindcast.support.Visitor;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jsoup.Connection.Response;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every field of every form of the account, with every text that somebody might type to break it: a clear word at the field, or
 * it is stored as it was typed. Another form is one more line in {@link #FORMS}.
 */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileTextIT {

    private static final Map<String, String> TEXTS = new LinkedHashMap<>();

    /** A page, the button of a form on it, and the fields to try. */
    private static final List<Form> FORMS = List.of(
            new Form("signin", "#submit", By.STRANGER, "email password"),
            new Form("register", "#submit", By.STRANGER, "firstName lastName username email password confirm"),
            new Form("account/account", "#saveProfile", By.MEMBER, "firstName lastName username email aboutMe"),
            new Form("account/account", "#savePreferences", By.MEMBER, "timeZone"),
            new Form("account/account", "#changePassword", By.MEMBER, "current password confirm"),
            new Form("admin/users?do=create", "#save", By.ADMIN, "firstName lastName username email password aboutMe"),
            new Form("admin/roles?do=create", "#save", By.ADMIN, "name description"),
            new Form("admin/projects?do=create", "#save", By.ADMIN, "name description owner"),
            new Form("admin/datasets?do=create", "#save", By.ADMIN, "name sizeMb description sourceUrl project owner"),
            new Form("admin/models?do=create", "#save", By.ADMIN, "name description unit project owner"),
            new Form("admin/versions?do=create", "#save", By.ADMIN, "modelName label accuracy description dataset"),
            new Form("prediction?do=create&version=@", "#add", By.ADMIN, "when input result key"),
            new Form("project?id=1", "#add", By.ADMIN, "person"));

    static {
        TEXTS.put("empty", "");
        TEXTS.put("blank", " \t\u00a0\u2003");
        TEXTS.put("too long", "x".repeat(257));
        TEXTS.put("megabyte", "x".repeat(1_000_000));
        TEXTS.put("nul", "a\u0000b");
        TEXTS.put("control", "a\u0007\u001b[31mb");
        TEXTS.put("line break", "a\r\nb");
        TEXTS.put("right to left", "\u202eשלום\u202c مرحبا");
        TEXTS.put("emoji", "👩‍🚀🏳️‍🌈é");
        TEXTS.put("script", "<script>alert(1)</script>");
        TEXTS.put("attribute", "\"><img src=x onerror=alert(1)>");
        TEXTS.put("quotes", "'; drop table users; --\\\"`");
        TEXTS.put("formula", "=HYPERLINK(\"http://evil.example\")");
        TEXTS.put("expression", "#{me.who} ${7*7} {0} %s");
        TEXTS.put("not a character", "a\ufffe");
    }

    private Person person;
    private final Map<By, Visitor> visitors = new EnumMap<>(By.class);
    private String model;
    private String version;

    @BeforeAll
    void somebodySignsIn() throws Exception {
        person = Person.registered();
        visitors.put(By.MEMBER, person.signedIn());
        visitors.put(By.ADMIN, new Visitor());
        Person.signIn(visitors.get(By.ADMIN), Hindcast.ADMIN, Hindcast.adminPassword());
        model = Person.asked("select name from models order by id limit 1");
        version = Person.asked(
                "with m as (insert into models (name, owner_id) select 'm' || username, id from users "
                        + "where username = ? returning id, owner_id) insert into model_versions (model_id, number, accuracy, created_by) "
                        + "select id, 1, 0, owner_id from m returning id",
                person.username());
    }

    static Stream<Arguments> every() {
        List<Arguments> all = new ArrayList<>();
        for (Form form : FORMS) {
            for (String field : form.fields()) {
                TEXTS.keySet().forEach(text -> all.add(Arguments.of(form, field, text)));
            }
        }
        return all.stream();
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @DisplayName("SEC-10, SEC-11, S2-09, S2-15, S2-42: no text breaks a form")
    @MethodSource("every")
    void no_text_breaks_a_form(Form form, String field, String name) throws Exception {
        String text = TEXTS.get(name);
        Visitor visitor = form.by() == By.STRANGER ? new Visitor() : visitors.get(form.by());
        Response answer = visitor.press(page(visitor, form), form.button(), fields(form, field, text));
        assertTrue(answer.statusCode() == 200 || answer.statusCode() == 303, "status " + answer.statusCode());
        String body = answer.body();
        for (String leak : List.of("Exception", "org.hindcast", "SQL", "<script>alert", "onerror=alert(1)>")) {
            assertFalse(body.replace("&lt;script&gt;", "").contains(leak), leak);
        }
        if (answer.statusCode() == 200) {
            assertTold(Response.class.cast(answer).parse(), field, text);
        } else if (form.button().equals("#saveProfile")) {
            assertStored(field, text);
        } else if (form.by() == By.ADMIN) {
            assertShown(visitor.follow(answer), field, text);
        }
    }

    static List<Form> forms() {
        return FORMS;
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("SEC-10: a form that comes without one of its fields is answered")
    @MethodSource("forms")
    void no_missing_field_breaks_a_form(Form form) throws Exception {
        Visitor visitor = form.by() == By.STRANGER ? new Visitor() : visitors.get(form.by());
        Element button = page(visitor, form).expectFirst(form.button());
        for (String name : button.closest("form").select("* [name]").eachAttr("name")) {
            Document page = page(visitor, form);
            Map<String, String> good = good(form);
            Element pressed = page.expectFirst(form.button());
            pressed.closest("form")
                    .select("* [name]:not(" + form.button() + ")")
                    .forEach(field -> {
                        if (field.attr("name").equals(name)) {
                            field.remove();
                            good.remove(field.id().replaceFirst("^.*:", ""));
                        }
                    });
            Response answer = visitor.press(page, form.button(), good);
            assertTrue(answer.statusCode() < 500, form + " without " + name + ": " + answer.statusCode());
        }
        somebodyIsThemselvesAgain();
    }

    private Document page(Visitor visitor, Form form) throws Exception {
        return visitor.page(form.page().replace("@", version));
    }

    /** On the page of the new record, as it was typed. */
    private static void assertShown(Document page, String field, String text) {
        assertTrue(page.select("h1").hasText());
        if (List.of("firstName", "name", "description", "aboutMe").contains(field)) {
            assertTrue(normal(page.text()).contains(normal(text)), page.text());
        }
    }

    private static String normal(String text) {
        return text.replaceAll("[\\s\u00a0\u2003]+", " ").strip();
    }

    /** A word at the field or above the form; and unless it is a password, what was typed is still there. */
    private static void assertTold(Document again, String field, String text) {
        assertTrue(again.select(".error, .flash.danger").hasText(), "nothing is said");
        boolean secret = again.select("#" + field).attr("type").equals("password");
        boolean plain = text.codePoints().noneMatch(c -> c < ' ' || c >= 0xd800);
        if (plain && text.length() < 1000) {
            assertEquals(
                    secret ? "" : text.strip(), again.select("#" + field).val().strip());
        }
        again.select("[aria-invalid=true]")
                .forEach(wrong -> assertTrue(
                        again.select("#" + wrong.attr("aria-describedby")).hasText(), "an error is tied to its field"));
    }

    private void assertStored(String field, String text) throws Exception {
        String column = field.replaceAll("([A-Z])", "_$1").toLowerCase();
        String stored = Person.asked(
                "select " + column + " from users where email = ? or username = ?", person.email(), person.username());
        assertEquals(Characters.stripped(text).replace("\r\n", "\n"), stored);
        somebodyIsThemselvesAgain();
    }

    private void somebodyIsThemselvesAgain() throws Exception {
        Map<String, String> own = Map.of(
                "username", person.username(), "email", person.email(), "firstName", "Ada", "lastName", "Lovelace");
        assertEquals(
                303,
                visitors.get(By.MEMBER)
                        .press(visitors.get(By.MEMBER).page("account/account"), "#saveProfile", own)
                        .statusCode());
    }

    private Map<String, String> fields(Form form, String field, String text) {
        Map<String, String> fields = good(form);
        fields.put(field, text);
        return fields;
    }

    private Map<String, String> good(Form form) {
        Map<String, String> fields = new HashMap<>();
        Person next = Person.stranger();
        Map<String, String> good = new HashMap<>(Map.of(
                "firstName", "Ada",
                "lastName", "Lovelace",
                "username", next.username(),
                "email", next.email(),
                "password", next.password(),
                "confirm", next.password()));
        good.putAll(
                Map.of("name", next.username(), "sizeMb", "0", "accuracy", "0.0", "modelName", model, "result", "0"));
        boolean filled = form.page().equals("account/account") && !form.button().equals("#changePassword");
        form.fields().stream().filter(f -> !filled && good.containsKey(f)).forEach(f -> fields.put(f, good.get(f)));
        return fields;
    }

    /** Who sees a form. */
    enum By {
        STRANGER,
        MEMBER,
        ADMIN
    }

    /** A form to try. */
    record Form(String page, String button, By by, List<String> fields) {

        Form(String page, String button, By by, String fields) {
            this(page, button, by, List.of(fields.split(" ")));
        }

        @Override
        public String toString() {
            return page + " " + button;
        }
    }
}
