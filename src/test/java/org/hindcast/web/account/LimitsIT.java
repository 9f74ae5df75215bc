package org.hindcast.web.account;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Map;
import org.hindcast.support.Person;
import org.hindcast.support.Visitor;
import org.hindcast.web.account.Forms.Form;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jsoup.Connection.Response;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How much each field takes: that many characters wholly, and not one more. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LimitsIT {

    private Forms forms;

    @BeforeAll
    void somebodySignsIn() throws Exception {
        forms = new Forms();
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @DisplayName(
            "S2-09 S3-04 S3-05 S4-07 S2-16 S2-24 S2-28: at the limit it is stored whole, one more is told at the field")
    @CsvSource({
        "register, #submit, username, 64, users.username",
        "register, #submit, email, 120, users.email",
        "register, #submit, firstName, 100, users.first_name",
        "register, #submit, lastName, 100, users.last_name",
        "account/account, #saveProfile, username, 64, users.username",
        "account/account, #saveProfile, email, 120, users.email",
        "account/account, #saveProfile, firstName, 100, users.first_name",
        "account/account, #saveProfile, lastName, 100, users.last_name",
        "account/account, #saveProfile, aboutMe, 140, users.about_me",
        "account/tokens, #createToken, name, 100, tokens.name",
        "admin/users?do=create, #save, username, 64, users.username",
        "admin/users?do=create, #save, email, 120, users.email",
        "admin/users?do=create, #save, firstName, 100, users.first_name",
        "admin/users?do=create, #save, lastName, 100, users.last_name",
        "admin/users?do=create, #save, aboutMe, 140, users.about_me",
        "admin/users?do=edit&id=@user, #save, username, 64, users.username",
        "admin/users?do=edit&id=@user, #save, email, 120, users.email",
        "admin/users?do=edit&id=@user, #save, aboutMe, 140, users.about_me",
        "admin/roles?do=create, #save, name, 80, roles.name",
        "admin/roles?do=create, #save, description, 200, roles.description",
        "admin/projects?do=create, #save, name, 100, projects.name",
        "admin/projects?do=create, #save, description, 10000, projects.description",
        "admin/datasets?do=create, #save, name, 100, datasets.name",
        "admin/datasets?do=create, #save, description, 10000, datasets.description",
        "admin/datasets?do=create, #save, sourceUrl, 500, datasets.source_url",
        "admin/models?do=create, #save, name, 100, models.name",
        "admin/models?do=create, #save, description, 10000, models.description",
        "admin/models?do=create, #save, unit, 20, models.unit",
        "admin/versions?do=create, #save, label, 20, model_versions.label",
        "admin/versions?do=create, #save, description, 10000, model_versions.description",
        "prediction?do=create&version=@version, #add, key, 200, predictions.key"
    })
    void a_field_takes_what_it_takes_and_not_one_more(
            String page, String button, String field, int limit, String column) throws Exception {
        Form form = form(page, button);
        Visitor visitor = forms.visitor(form);
        String[] stored = column.split("\\.");
        String count = "select count(*) from %s where %s = ?".formatted(stored[0], stored[1]);
        for (int length : new int[] {limit + 1, limit}) {
            String text = text(field, length);
            Response answer = forms.send(visitor, form, field, text);
            boolean taken = length == limit;
            assertEquals(taken ? "1" : "0", Person.asked(count, text), length + " characters: " + told(answer, field));
            assertEquals(taken, told(answer, field).isEmpty(), told(answer, field));
            if (!taken) {
                assertEquals(200, answer.statusCode());
                assertEquals(text, answer.parse().expectFirst("#" + field).val(), "what was typed is still there");
            }
        }
        forms.restore();
    }

    @ParameterizedTest(name = "{0} {2} of {3}")
    @DisplayName("O3-01: a password and a username have a shortest length too, and a password a longest")
    @CsvSource({
        "register, #submit, password, 7, 8",
        "register, #submit, password, 257, 256",
        "register, #submit, username, 2, 3",
        "admin/users?do=create, #save, password, 7, 8",
        "admin/users?do=create, #save, password, 257, 256",
        "account/account, #changePassword, password, 7, 8",
        "account/account, #changePassword, password, 257, 256"
    })
    void what_is_too_short_or_too_long_is_told_and_what_is_next_to_it_is_taken(
            String page, String button, String field, int wrong, int right) throws Exception {
        Form form = form(page, button);
        Person person = Person.registered();
        Visitor visitor = form.by() == Forms.By.MEMBER ? person.signedIn() : forms.visitor(form);
        String before = person.password();
        for (int length : new int[] {wrong, right}) {
            Map<String, String> fields = forms.good(form);
            String text = text(field, length);
            fields.put(field, text);
            fields.computeIfPresent("confirm", (key, old) -> field.equals("password") ? text : old);
            if (form.fields().contains("current")) {
                fields.put("current", before);
            }
            Response answer = visitor.press(forms.page(visitor, form), button, fields);
            answer.body();
            assertEquals(length == right ? 303 : 200, answer.statusCode(), length + ": " + told(answer, field));
            assertEquals(length == right, told(answer, field).isEmpty(), told(answer, field));
        }
    }

    private static Form form(String page, String button) {
        return Forms.ALL.stream()
                .filter(form -> form.page().equals(page) && form.button().equals(button))
                .findFirst()
                .orElseThrow();
    }

    /** What stands at the field. */
    private static String told(Response answer, String field) throws Exception {
        Document page = answer.parse();
        return page.select("#" + field + "-error").text();
    }

    /** So many characters, which nobody wrote before. */
    private static String text(String field, int length) {
        String unique = length < 20
                ? Long.toString(System.nanoTime(), 36)
                : Person.stranger().username();
        String end = "";
        if (field.equals("email")) {
            end = "@" + "d".repeat(50) + ".example.org";
        } else if (field.equals("sourceUrl")) {
            unique = "https://example.org/" + unique;
        }
        char[] fill = new char[Math.max(0, length - unique.length() - end.length())];
        Arrays.fill(fill, 'x');
        String whole = unique + new String(fill);
        return whole.substring(Math.max(0, whole.length() - Math.max(0, length - end.length()))) + end;
    }
}
