package org.hindcast.web.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.hindcast.support.Clean;
import org.hindcast.support.Person;
import org.hindcast.support.Visitor;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jsoup.Connection.Method;
import org.jsoup.Connection.Response;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What pages call while somebody types or looks: for those who may see the same on a page, and for nobody else. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class SuggestIT {

    private static final String HOSTILE = "\"><script>alert('1')</script>&amp;";

    @Test
    @DisplayName("O0-12, S2-15: a suggestion is an option, whatever the record is called")
    void a_record_is_suggested_as_it_is_called() throws Exception {
        Visitor visitor = Person.registered().signedIn();
        String name = HOSTILE + Registry.name("");
        int dataset = Registry.dataset(visitor, name);
        Registry.create(visitor, "projects", Map.of("name", name));
        Registry.model(visitor, name);
        for (String of : List.of("projects", "models", "datasets")) {
            Response answer = visitor.get("do/suggest?of=" + of + "&q=" + encoded(name));
            assertEquals("no-store", answer.header("Cache-Control"));
            Document fragment = Jsoup.parseBodyFragment("<datalist>" + answer.body() + "</datalist>");
            List<Element> all = fragment.select("datalist *");
            assertEquals(1, all.size(), answer.body());
            assertEquals("option", all.get(0).tagName());
            assertEquals(
                    name + (of.equals("datasets") ? " #" + dataset : ""),
                    all.get(0).val());
            assertEquals("Ada Lovelace", all.get(0).text());
        }
    }

    @ParameterizedTest
    @DisplayName("O0-16, S2-45: whoever may not see a room hears nothing of it by the side door")
    @ValueSource(
            strings = {
                "do/suggest?of=users&q=a",
                "do/suggest?of=projects&q=a",
                "do/suggest?of=models&q=a",
                "do/suggest?of=datasets&q=a",
                "do/series?id=1",
                "do/predictions?version=1",
                "do/export?room=models&format=csv",
                "do/upload?version=1&id=1",
                "do/users-import?id=1"
            })
    void who_may_not_see_a_room_hears_nothing_of_it(String path) throws Exception {
        Person person = Person.registered();
        Visitor visitor = person.signedIn();
        Person.asked(
                "delete from user_roles using users where user_id = id and username = ? returning 1",
                person.username());
        Response answer = visitor.get(path);
        assertEquals(403, answer.statusCode());
        Clean.assertClean(answer.body());
        for (String secret : List.of("co2-weekly", "mauna-loa", "Mauna Loa", "<option")) {
            assertTrue(!answer.body().contains(secret), secret);
        }
    }

    @ParameterizedTest
    @DisplayName("SEC-11: odd questions get a clean answer")
    @ValueSource(
            strings = {
                "do/suggest, 403",
                "do/suggest?of=, 403",
                "do/suggest?of=nothing&q=a, 403",
                "do/suggest?of=tokens, 403",
                "do/suggest?of=models&q=%00, 400",
                "do/suggest?of=models&q=%25_%5C'%22, 200",
                "do/suggest?of=models&q=LONG, 200",
                "do/series?id=x, 404",
                "do/series?id=1&version=x, 404",
                "do/series?id=1&from=x&to=y, 200",
                "do/predictions?version=x, 404",
                "do/predictions?version=1&range=x&from=%00x, 400"
            })
    void an_odd_question_gets_a_clean_answer(String asked) throws Exception {
        Visitor visitor = Person.registered().signedIn();
        String[] parts = asked.split(", ");
        Response answer = visitor.get(parts[0].replace("LONG", encoded("x".repeat(99) + "😀" + "y".repeat(300))));
        assertEquals(parts[1], String.valueOf(answer.statusCode()));
        if (answer.statusCode() != 200) {
            Clean.assertClean(answer.body());
        }
    }

    @Test
    @DisplayName("S1-33: what only tells is never posted to")
    void what_only_tells_takes_no_post() throws Exception {
        Visitor visitor = Person.registered().signedIn();
        for (String path : List.of("do/suggest?of=models", "do/series?id=1", "do/predictions?version=1")) {
            assertEquals(
                    405, visitor.request(path).method(Method.POST).execute().statusCode(), path);
        }
    }

    @Test
    @DisplayName("S2-19: what is picked is what was typed, also where a name looks like the number of another record")
    void a_name_that_ends_in_a_number_is_no_other_record() throws Exception {
        Visitor visitor = Person.registered().signedIn();
        String name = Registry.name("run") + " #" + Registry.dataset(visitor, Registry.name("other"));
        int run = Registry.dataset(visitor, name);
        int model = Registry.model(visitor, Registry.name("m"));
        for (String typed : List.of(name, name + " #" + run)) {
            int version = Registry.version(visitor, model, Map.of("accuracy", "1", "dataset", typed));
            assertEquals(
                    String.valueOf(run),
                    Person.asked("select dataset_id from model_versions where id = ?", version),
                    typed);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
