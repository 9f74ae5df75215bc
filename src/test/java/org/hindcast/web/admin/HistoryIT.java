package org.hindcast.web.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hindcast.support.Hindcast;
import org.hindcast.support.Visitor;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jsoup.Connection.Response;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The past of a record, on its own page: who did what, and what stood there before and after. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class HistoryIT {

    private static final int EDITS = 11;

    private static Visitor administrator;

    @BeforeAll
    static void signIn() throws Exception {
        administrator = Administration.asAdministrator();
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("The history of each record: who, when, which field, from what, to what")
    @CsvSource({
        "users, lastName, before, after, Last name",
        "users, email, before@example.org, after@example.org, Email",
        "roles, description, before, after, Description",
        "projects, description, before, after, Description",
        "datasets, sizeMb, 1, 2, Size (MB)",
        "models, unit, MW, kW, Unit",
        "versions, label, before, after, Label"
    })
    void a_change_is_told_on_the_page_of_its_record(
            String room, String field, String before, String after, String label) throws Exception {
        String own = Administration.name("h");
        int id = create(room, own, Map.of(field, before.replace("before@", own + "@")));
        edit(room, id, Map.of(field, after.replace("after@", own + ".after@")));
        Element act = page(room, id, "").expectFirst("#history ol.history > li");
        assertEquals(Hindcast.ADMIN, act.expectFirst("p strong").text());
        assertTrue(act.expectFirst("p").text().contains("changed"), act.text());
        assertTrue(act.expectFirst("p time").hasAttr("datetime"), act.html());
        assertEquals(
                List.of(label + "|" + before.replace("before@", own + "@") + "|"
                        + after.replace("after@", own + ".after@")),
                act.select("table.changes tbody tr").stream()
                        .map(row -> String.join("|", row.children().eachText()))
                        .toList());
        assertEquals(1, act.select("td:eq(1) del").size(), "what stood there is struck out");
        assertEquals(1, act.select("td:eq(2) ins").size());
    }

    @Test
    void older_changes_stand_on_the_next_page_down_to_the_beginning() throws Exception {
        int id = create("projects", Administration.name("h"), Map.of("description", "text 0"));
        for (int i = 1; i <= EDITS; i++) {
            edit("projects", id, Map.of("description", "text " + i));
        }
        Document newest = page("projects", id, "");
        assertEquals(10, newest.select("#history ol.history > li").size());
        assertEquals("text 11", newest.expectFirst("#history ins").text());
        assertEquals(List.of("Older"), newest.select("#history nav a").eachText());
        Document oldest = follow(newest, "Older");
        List<Element> left = oldest.select("#history ol.history > li");
        assertEquals(2, left.size());
        assertTrue(
                left.get(0).text().contains("Description text 0 text 1"),
                left.get(0).text());
        assertTrue(left.get(1).text().contains("created"), left.get(1).text());
        assertEquals(List.of("Newer"), oldest.select("#history nav a").eachText());
        assertEquals(
                "text 11", follow(oldest, "Newer").expectFirst("#history ins").text());
        assertTrue(page("projects", id, "&past=3").select("#history li").isEmpty());
        assertEquals(
                10,
                page("projects", id, "&past=x")
                        .select("#history ol.history > li")
                        .size());
    }

    @Test
    void choices_and_moments_are_told_as_their_reader_writes_them() throws Exception {
        int id = create("versions", Administration.name("h"), Map.of("stage", "staging"));
        edit("versions", id, Map.of("stage", "production"));
        List<String> told = page("versions", id, "")
                .expectFirst("#history table.changes tbody")
                .select("tr")
                .eachText();
        assertTrue(told.contains("Stage Staging Production"), told.toString());
        assertTrue(told.stream().noneMatch(row -> row.matches(".*\\dT\\d.*Z.*")), told.toString());
    }

    private static Document follow(Document page, String link) throws Exception {
        return administrator.page(page.expectFirst("#history nav a:containsOwn(" + link + ")")
                .attr("href")
                .substring(1));
    }

    private static Document page(String room, int id, String more) throws Exception {
        return administrator.page("admin/" + room + "?id=" + id + more);
    }

    private static void edit(String room, int id, Map<String, String> fields) throws Exception {
        Document form = administrator.page("admin/" + room + "?do=edit&id=" + id);
        assertEquals(303, administrator.press(form, "#save", fields).statusCode());
    }

    private static int create(String room, String name, Map<String, String> fields) throws Exception {
        Map<String, String> all = new HashMap<>(
                switch (room) {
                    case "users" ->
                        Map.of(
                                "firstName",
                                "Ada",
                                "lastName",
                                "Lovelace",
                                "username",
                                name,
                                "email",
                                name + "@example.org",
                                "password",
                                Administration.PASSWORD);
                    case "versions" -> {
                        create("models", name, Map.of());
                        yield Map.of("modelName", name, "accuracy", "0.5");
                    }
                    default -> Map.of("name", name);
                });
        all.putAll(fields);
        Document form = administrator.page("admin/" + room + "?do=create");
        Response answer = administrator.press(form, "#save", all);
        assertEquals(
                303,
                answer.statusCode(),
                answer.parse().select(".error, .flash").text());
        return Integer.parseInt(answer.header("Location").replaceFirst(".*[?&](?:id|version)=(\\d+)$", "$1"));
    }
}
