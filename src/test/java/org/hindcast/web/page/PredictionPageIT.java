package org.hindcast.web.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
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

/** One prediction: told by form, looked at, and taken away. */
@ArquillianTest
@RunAsClient
class PredictionPageIT {

    private static Visitor visitor;

    @BeforeAll
    static void signIn() throws Exception {
        visitor = Person.registered().signedIn();
    }

    @Test // S2-32, S2-38
    void a_prediction_and_what_happened_are_told_by_form() throws Exception {
        int model = Registry.model(visitor, Registry.name("told"));
        int version = Registry.version(visitor, model, Map.of("accuracy", "1"));
        predict(version, Map.of("result", "12.5", "when", "2026-01-01T10:00", "input", "{\"a\": 1}", "key", "one"));
        Response twice = predict(version, Map.of("result", "13", "when", "2026-01-02T10:00", "key", "one"));
        assertEquals("200 A prediction with this key is here already.", Registry.error(twice, "key"));
        String address = visitor.page("model?id=" + model)
                .expectFirst("#predictions td.key a")
                .attr("href")
                .substring(1);
        Document told = visitor.page(address);
        assertEquals("{\"a\": 1}", told.expectFirst("#input-data").text());
        assertEquals("Ada Lovelace", told.select("dl.props dd").last().text());
        assertEquals(
                303,
                Registry.send(visitor, address, "#tell", Map.of("outcome", "10"))
                        .statusCode());
        List<String> row = visitor.page("model?id=" + model)
                .select("#predictions tbody td")
                .eachText();
        assertEquals(List.of("12.5", "10", "2.5"), row.subList(3, 6));
        assertTrue(
                visitor.page("model?id=" + model).expectFirst("#scores").text().contains("2.5 MW mean absolute error"));
        assertEquals(
                "t",
                Person.asked(
                        "select produced_by is not null and predicted_at = '2026-01-01T10:00Z' from predictions where model_version_id = ?",
                        version));
    }

    @Test // S2-15, S2-39
    void hostile_and_endless_inputs_are_text_and_are_cut() throws Exception {
        int model = Registry.model(visitor, Registry.name("<b>bold"));
        int version = Registry.version(visitor, model, Map.of("accuracy", "1", "label", "<i>x</i>"));
        Response told =
                predict(version, Map.of("result", "1", "input", "<script>alert(1)</script>" + "y".repeat(5_000_000)));
        assertEquals(303, told.statusCode(), told.parse().select("main").text());
        Document page = visitor.page("model?id=" + model);
        assertTrue(page.select("main script, main b, main i").isEmpty());
        assertEquals(200, page.expectFirst("#predictions code").wholeText().length());
        assertTrue(visitor.page("").select("main script, main i").isEmpty());
        String file = visitor.get("do/predictions?version=" + version).body();
        assertTrue(file.length() > 5_000_000);
    }

    @Test // S2-36
    void not_a_number_and_infinities_are_refused_beside_the_field() throws Exception {
        int model = Registry.model(visitor, Registry.name("odd"));
        int version = Registry.version(visitor, model, Map.of("accuracy", "1"));
        for (String wrong : new String[] {"NaN", "Infinity", "-Infinity", "1e999", "x", "", "0x1p3", "1d"}) {
            Response created =
                    Registry.send(visitor, "versions?do=create&model=" + model, "#save", Map.of("accuracy", wrong));
            assertTrue(Registry.error(created, "accuracy").matches("200 .*number.*"), wrong);
            assertTrue(
                    Registry.error(predict(version, Map.of("result", wrong)), "result")
                            .matches("200 .*number.*"),
                    wrong);
        }
        assertTrue(Registry.error(predict(version, Map.of("result", "1e200")), "result")
                .contains("between"));
        assertEquals("0", Person.asked("select count(*) from predictions where model_version_id = ?", version));
    }

    @Test
    void what_is_shown_is_a_file_and_formulas_in_it_are_text() throws Exception {
        String name = Registry.name("file");
        int model = Registry.model(visitor, name);
        int version = Registry.version(visitor, model, Map.of("accuracy", "1"));
        predict(version, Map.of("result", "-1.5", "when", "2026-01-01T10:00", "input", "=cmd|' /C calc'!A0"));
        Response file = visitor.get("do/predictions?version=" + version);
        assertTrue(file.header("Content-Type").startsWith("text/csv"));
        assertTrue(
                file.body().contains("\n2026-01-01T10:00:00Z,,\"'=cmd|' /C calc'!A0\",-1.5,,")
                        || file.body().contains(",'=cmd|' /C calc'!A0,-1.5,,"),
                file.body());
        String told = Person.asked("select action || ' ' || room from audit_entries where name = ?", name + "-1.csv");
        assertEquals("export versions", told, "SEC-25");
        String persistence = Person.asked("select id from model_versions where label = 'persistence'");
        String all = Person.asked(
                "select count(*) + 1 from predictions where model_version_id = ?", Integer.valueOf(persistence));
        String[] lines =
                visitor.get("do/predictions?version=" + persistence).body().split("\r\n");
        assertEquals(all, String.valueOf(lines.length));
        assertEquals(404, visitor.get("do/predictions?version=999999").statusCode());
    }

    @Test
    void a_prediction_that_never_should_have_come_is_taken_away() throws Exception {
        int model = Registry.model(visitor, Registry.name("wrong"));
        int version = Registry.version(visitor, model, Map.of("accuracy", "1"));
        predict(version, Map.of("result", "1", "when", "2026-01-01T10:00", "key", "right"));
        predict(version, Map.of("result", "12.5", "when", "2026-01-01T10:00", "key", "wrong"));
        String away = away(model);
        Document asked = visitor.page(away);
        assertTrue(asked.expectFirst("main").text().contains("12.5"));
        assertEquals(List.of("Models"), asked.select("#rail a[aria-current]").eachText());
        Document after = visitor.follow(visitor.press(asked, "#remove", Map.of()));
        assertTrue(after.text().contains("The prediction was deleted."));
        assertEquals(
                List.of("right"),
                after.select("#predictions tbody td:nth-child(2)").eachText());
        assertEquals(404, visitor.press(asked, "#remove", Map.of()).statusCode());
        assertEquals(
                "remove 12.5",
                Person.asked(
                        "select e.action || ' ' || c.before from audit_entries e join audit_changes c on c.entry_id = e.id "
                                + "where e.room = 'versions' and e.object = ? and c.field = 'result'",
                        String.valueOf(version)));
    }

    @Test
    void only_who_may_end_a_version_takes_predictions_away() throws Exception {
        int model = Registry.model(visitor, Registry.name("kept"));
        int version = Registry.version(visitor, model, Map.of("accuracy", "1"));
        predict(version, Map.of("result", "1", "key", "wrong"));
        String away = away(model);
        Document asked = visitor.page(away);
        Visitor other = Person.registered().signedIn();
        Document seen = other.page(away.replace("do=delete&", ""));
        assertTrue(seen.select("a[href*=do=delete]").isEmpty());
        assertEquals(403, other.get(away).statusCode());
        asked.select("[name=csrf]")
                .val(other.page("account/account").expectFirst("[name=csrf]").val());
        assertEquals(403, other.press(asked, "#remove", Map.of()).statusCode());
        assertEquals(200, visitor.get(away).statusCode());
    }

    /** Where the page asks whether the prediction shall go. */
    private static String away(int model) throws Exception {
        String address = visitor.page("model?id=" + model)
                .expectFirst("#predictions tr:contains(wrong) a")
                .attr("href");
        return visitor.page(address.substring(1))
                .expectFirst("a[href*=do=delete]")
                .attr("href")
                .substring(1);
    }

    private static Response predict(int version, Map<String, String> fields) throws Exception {
        return Registry.send(visitor, "prediction?do=create&version=" + version, "#add", fields);
    }
}
