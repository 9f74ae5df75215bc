package org.hindcast.web.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hindcast.persistence.Characters;
import org.hindcast.support.Clean;
import org.hindcast.support.Person;
import org.hindcast.support.Visitor;
import org.hindcast.web.account.Forms.By;
import org.hindcast.web.account.Forms.Form;
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
 * Every field of every form, with every text that somebody might type to break it: a clear word at the field, or
 * it is stored as it was typed.
 */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileTextIT {

    private static final Map<String, String> TEXTS = new LinkedHashMap<>();

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

    private Forms forms;

    @BeforeAll
    void somebodySignsIn() throws Exception {
        forms = new Forms();
    }

    static Stream<Arguments> every() {
        List<Arguments> all = new ArrayList<>();
        for (Form form : Forms.ALL) {
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
        Visitor visitor = forms.visitor(form);
        Response answer = forms.send(visitor, form, field, text);
        assertTrue(answer.statusCode() == 200 || answer.statusCode() == 303, "status " + answer.statusCode());
        String body = answer.body();
        Clean.assertClean(body);
        for (String element : List.of("<script>alert", "onerror=alert(1)>")) {
            assertFalse(body.contains(element), element);
        }
        if (answer.statusCode() == 303 && form.button().equals("#saveProfile")) {
            assertStored(field, text);
        } else if (answer.statusCode() == 303 && form.by() == By.ADMIN) {
            assertShown(visitor.follow(answer), field, text);
        } else if (answer.statusCode() == 200) {
            assertToldOrMade(answer.parse(), field, text);
        }
        if (answer.statusCode() == 303 && form.isFilled()) {
            forms.restore();
        }
    }

    static List<Form> forms() {
        return Forms.ALL;
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("SEC-10: a form that comes without one of its fields is answered")
    @MethodSource("forms")
    void no_missing_field_breaks_a_form(Form form) throws Exception {
        Visitor visitor = forms.visitor(form);
        Element button = forms.page(visitor, form).expectFirst(form.button());
        for (String name : button.closest("form").select("* [name]").eachAttr("name")) {
            Document page = forms.page(visitor, form);
            Map<String, String> good = forms.good(form);
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
            Clean.assertClean(answer.body());
        }
        forms.restore();
    }

    /** A new token is shown in the answer to its form. */
    private static void assertToldOrMade(Document page, String field, String text) {
        if (page.selectFirst("#secret") == null) {
            assertTold(page, field, text);
        } else {
            assertShown(page, field, text);
        }
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
        boolean plain = text.codePoints().noneMatch(c -> c < ' ' || c >= 0xd800)
                && again.select("select#" + field).isEmpty();
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
        Person person = forms.member();
        String stored = Person.asked(
                "select " + column + " from users where email = ? or username = ?", person.email(), person.username());
        assertEquals(Characters.stripped(text).replace("\r\n", "\n"), stored);
    }
}
