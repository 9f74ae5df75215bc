package org.hindcast.web.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.hindcast.support.Person;
import org.hindcast.support.Visitor;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jsoup.Connection.Response;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Models, their versions, and what these predicted. */
@ArquillianTest
@RunAsClient
class ModelPageIT {

    private static Visitor visitor;
    private static String demo;

    @BeforeAll
    static void signIn() throws Exception {
        visitor = Person.registered().signedIn();
        demo = "model?id=" + Person.asked("select id from models where name = 'co2-weekly'");
    }

    @Test // S2-28, S2-31, S2-33
    void versions_count_up_and_the_newest_stands_in_the_list() throws Exception {
        String name = Registry.name("wind");
        int model = Registry.model(visitor, name);
        Registry.version(visitor, model, Map.of("accuracy", "0.25", "label", "first"));
        int second =
                Registry.version(visitor, model, Map.of("accuracy", "0.75", "label", "second", "stage", "production"));
        assertEquals(
                "Production",
                visitor.page("versions?id=" + second).select(".props dd").get(4).text());
        List<String> heads =
                visitor.page("model?id=" + model).select("#versions thead a").eachText();
        assertEquals(List.of("2 · second", "1 · first"), heads);
        List<String> row =
                visitor.page("models?q=" + name).select("table.list tbody td").eachText();
        assertTrue(row.containsAll(List.of(name, "0.75", "2", "second", "Production")), row.toString());
        Response twice = Registry.send(visitor, "models?do=create", "#save", Map.of("name", name));
        assertTrue(Registry.error(twice, "name").length() > 4);
        Response third =
                Registry.send(visitor, "versions?do=create&model=" + model, "#save", Map.of("accuracy", "0.5"));
        assertTrue(visitor.follow(third).text().contains(name + " 3 was saved."));
    }

    @Test // S2-34, S2-35
    void zero_is_an_accuracy_and_a_result_and_no_label_is_a_dash() throws Exception {
        int model = Registry.model(visitor, Registry.name("zero"));
        int version = Registry.version(visitor, model, Map.of("accuracy", "0.0"));
        assertEquals(
                "0", visitor.page("model?id=" + model).expectFirst("#scores dd").text());
        Response added = predict(version, Map.of("result", "0", "when", "2026-01-01T10:00", "input", "nothing"));
        assertEquals(303, added.statusCode());
        Document page = visitor.page("model?id=" + model);
        List<String> row = page.select("#predictions tbody td").eachText();
        assertEquals("0", row.get(3));
        assertEquals("–", row.get(1));
        assertEquals("–", row.get(4));
        Document home = visitor.page("");
        assertTrue(
                home.expectFirst("main").text().contains("(Version: –)"),
                home.expectFirst("main").text());
        assertFalse(home.expectFirst("main").text().contains("None")
                || home.expectFirst("main").text().contains("null"));
    }

    @Test // S2-12, S2-35
    void a_number_that_nobody_typed_yet_is_empty_and_a_wrong_one_is_marked() throws Exception {
        int model = Registry.model(visitor, Registry.name("empty"));
        Document form = visitor.page("versions?do=create&model=" + model);
        assertEquals("", form.expectFirst("#accuracy").val());
        Document wrong = Registry.send(
                        visitor,
                        "versions?do=create&model=" + model,
                        "#save",
                        Map.of("accuracy", "much", "dataset", "x".repeat(9_000)))
                .parse();
        assertEquals("much", wrong.expectFirst("#accuracy").val());
        assertEquals("true", wrong.expectFirst("#accuracy").attr("aria-invalid"));
        assertEquals("accuracy-error", wrong.expectFirst("#accuracy").attr("aria-describedby"));
        Document unknown = Registry.send(
                        visitor,
                        "versions?do=create&model=" + model,
                        "#save",
                        Map.of("accuracy", "0", "dataset", "x".repeat(9_000)))
                .parse();
        assertEquals("true", unknown.expectFirst("#dataset").attr("aria-invalid"));
        assertTrue(unknown.expectFirst("#dataset-error").text().length() < 150, "it is not said back at length");
        assertEquals("0", unknown.expectFirst("#accuracy").val());
    }

    @Test // S2-37
    void what_does_not_exist_is_refused_and_not_a_failure() throws Exception {
        Response unknown = Registry.send(
                visitor, "versions?do=create", "#save", Map.of("accuracy", "1", "modelName", "no such model"));
        assertEquals(
                "200 There is no no such model here. Pick one of the suggestions.",
                Registry.error(unknown, "modelName"));
        Response none = Registry.send(visitor, "versions?do=create", "#save", Map.of("accuracy", "1"));
        assertTrue(
                none.parse().text().contains("Pick the model of this version."),
                none.parse().text());
        for (String address : new String[] {
            "model?id=999999",
            "model?id=x",
            "model",
            "prediction?version=999999&do=create",
            demo + "&version=999999",
            "prediction?version=1&at=2001-12-29T00:00Z&id=999999",
            "prediction?version=1&at=never&id=1",
            "versions?id=0",
            "dataset?id=99999999999"
        }) {
            assertEquals(404, visitor.get(address).statusCode(), address);
        }
    }

    @Test
    void only_who_may_change_a_model_adds_to_it() throws Exception {
        int model = Registry.model(visitor, Registry.name("mine"));
        int version = Registry.version(visitor, model, Map.of("accuracy", "1"));
        Visitor stranger = Person.registered().signedIn();
        assertEquals(200, stranger.get("model?id=" + model).statusCode());
        assertTrue(stranger.page("model?id=" + model).select(".page-actions a").isEmpty());
        assertEquals(
                403, stranger.get("prediction?do=create&version=" + version).statusCode());
        assertEquals(403, stranger.get("versions?do=edit&id=" + version).statusCode());
        assertEquals(
                403,
                Registry.send(stranger, "versions?do=create&model=" + model, "#save", Map.of("accuracy", "1"))
                        .statusCode());
    }

    @Test
    void a_model_with_predictions_stays_and_one_without_goes_with_its_versions() throws Exception {
        int model = Registry.model(visitor, Registry.name("going"));
        int version = Registry.version(visitor, model, Map.of("accuracy", "1"));
        predict(version, Map.of("result", "1"));
        assertEquals(
                List.of("Predictions: 1"),
                visitor.page("models?do=delete&id=" + model)
                        .select(".consequences li")
                        .eachText());
        Person.asked("delete from predictions where model_version_id = ? returning 1", version);
        Person.asked("delete from prediction_producers where model_version_id = ? returning 1", version);
        Person.asked("call refresh_predictions()");
        Document asked = visitor.page("models?do=delete&id=" + model);
        assertEquals(List.of("Versions: 1"), asked.select(".consequences li").eachText());
        assertEquals(303, visitor.press(asked, "#delete", Map.of()).statusCode());
        assertEquals(404, visitor.get("model?id=" + model).statusCode());
    }

    private static Response predict(int version, Map<String, String> fields) throws Exception {
        return Registry.send(visitor, "prediction?do=create&version=" + version, "#add", fields);
    }
}
