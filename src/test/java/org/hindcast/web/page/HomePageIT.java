package org.hindcast.web.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hindcast.support.Person;
import org.hindcast.support.Visitor;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jsoup.Connection.Response;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Where people arrive. */
@ArquillianTest
@RunAsClient
class HomePageIT {

    @Test
    @DisplayName("O3-01: who came in is welcomed by name, once, in their language")
    void who_came_in_is_welcomed_once() throws Exception {
        Person person = Person.registered();
        Visitor visitor = new Visitor();
        Response in = Person.signIn(visitor, person.username(), person.password());
        assertEquals(
                "Done: Welcome Ada Lovelace",
                visitor.follow(in).select(".flash p").text());
        assertEquals("", visitor.page("").select(".flash p").text());
        Person.asked("update users set language = 'de' where username = ?", person.username());
        Visitor german = new Visitor();
        Response back = Person.signIn(german, person.username(), person.password());
        assertTrue(german.follow(back).select(".flash.success").text().contains("Willkommen Ada Lovelace"));
    }

    @Test
    void what_changed_is_told_with_who_did_it_and_leads_there() throws Exception {
        Person person = Person.registered();
        Visitor visitor = person.signedIn();
        String name = "project of " + person.username();
        String path = visitor.press(visitor.page("projects?do=create"), "#save", Map.of("name", name))
                .header("Location");
        Element created = change(visitor.page(""), name);
        assertTrue(created.text().startsWith("Project " + name + " created by " + person.username()), created.text());
        assertEquals(
                200,
                visitor.get(created.expectFirst("a").attr("href").substring(1)).statusCode());
        assertTrue(visitor.page("").select("#mine").parents().text().contains(name));

        String id = path.replaceFirst(".*id=(\\d+).*", "$1");
        visitor.press(visitor.page("projects?do=delete&id=" + id), "#delete", Map.of());
        Element deleted = change(visitor.page(""), name);
        assertTrue(deleted.text().contains("deleted by"), deleted.text());
        assertEquals(List.of(), deleted.select("a"));
    }

    @Test
    void a_version_is_told_with_its_model() throws Exception {
        Visitor visitor = Person.registered().signedIn();
        String model = Registry.name("told");
        Map<String, String> fields = Map.of("accuracy", "1", "label", "first");
        int version = Registry.version(visitor, Registry.model(visitor, model), fields);
        assertEquals(
                model + " 1 · first",
                change(visitor.page(""), "1 · first").select("a").text());
        Document asked = visitor.page("versions?do=delete&id=" + version);
        Document after = visitor.follow(visitor.press(asked, "#delete", Map.of()));
        assertEquals(
                "Done: " + model + " 1 · first was deleted.",
                after.select(".flash p").text());
    }

    @Test // S2-30
    void each_of_the_latest_models_has_its_accuracy_and_what_it_predicted_last() throws Exception {
        Person person = Person.registered();
        Document home = person.signedIn().page("");
        Element model = home.select(".model-card").stream()
                .filter(card -> card.text().contains("co2-weekly"))
                .findFirst()
                .orElseThrow();
        assertTrue(model.text().contains("co2-weekly (Version: seasonal naive) Accuracy: 0.9981"), model.text());
        assertEquals(3, model.select("tbody tr").size());
        assertEquals(0, model.select("time").size(), "hours of one day are told apart");
    }

    @Test
    @DisplayName("O0-16, S2-45: whoever may not see a room sees nothing of it at home or beside a record of another")
    void who_may_not_see_a_room_sees_nothing_of_it_elsewhere() throws Exception {
        Person person = Person.registered();
        Visitor visitor = person.signedIn();
        assertEquals(List.of(true, true, true, true), shown(visitor));
        person.onlyMay("projects.read", "datasets.read");
        assertEquals(List.of(false, false, true, false), shown(visitor));
        person.onlyMay("projects.read", "models.read");
        assertEquals(List.of(true, true, false), shown(visitor).subList(0, 3));
    }

    @Test
    @DisplayName(
            "S2-45: what a version predicted is for those who may read versions, as a file for those who may export them")
    void who_may_not_read_versions_reads_nothing_that_they_predicted() throws Exception {
        Person person = Person.registered();
        Visitor visitor = person.signedIn();
        Document model = visitor.page("model?id=1");
        String prediction =
                model.expectFirst("#predictions td.key a").attr("href").substring(1);
        String version = prediction.replaceFirst(".*version=(\\d+).*", "$1");
        List<String> addresses =
                List.of("model?id=1", "do/series?id=1", prediction, "do/predictions?version=" + version);
        assertEquals(List.of(200, 200, 200, 200), statuses(visitor, addresses));
        person.onlyMay("models.read", "versions.read");
        assertEquals(List.of(200, 200, 200, 403), statuses(visitor, addresses));
        assertTrue(
                visitor.page("model?id=1").select("a[href*='/do/predictions']").isEmpty());
        person.onlyMay("models.read", "versions.export");
        assertEquals(List.of(200, 403, 403, 403), statuses(visitor, addresses));
        assertTrue(visitor.page("model?id=1")
                .select("#versions, #scores, #predictions, .empty")
                .isEmpty());
        assertTrue(visitor.page("").select(".model-card tbody tr").isEmpty());
    }

    private static List<Integer> statuses(Visitor visitor, List<String> addresses) throws Exception {
        List<Integer> statuses = new ArrayList<>();
        for (String address : addresses) {
            statuses.add(visitor.get(address).statusCode());
        }
        return statuses;
    }

    /** Models at home, models and datasets of a project, versions that learnt from a dataset. */
    private static List<Boolean> shown(Visitor visitor) throws Exception {
        Document project = visitor.page("project?id=1");
        return List.of(
                !visitor.page("").select(".model-card").isEmpty(),
                !project.select("main td a[href*='/model?']").isEmpty(),
                !project.select("main td a[href*='/dataset?']").isEmpty(),
                !visitor.page("dataset?id=1").select("main td a").isEmpty());
    }

    private static Element change(Document home, String name) {
        return home.expectFirst("#changes").parents().select("section[aria-labelledby=changes] li").stream()
                .filter(line -> line.text().contains(name))
                .findFirst()
                .orElseThrow();
    }
}
