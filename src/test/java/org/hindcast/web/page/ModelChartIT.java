package org.hindcast.web.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.hindcast.support.Person;
import org.hindcast.support.Statements;
import org.hindcast.support.Visitor;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Which stretch of time a model's page shows, in how many points, and at what cost. */
@ArquillianTest
@RunAsClient
class ModelChartIT {

    private static final String YEAR = """
            select count(*)
            from predictions p join (select max(p.predicted_at) as last, v.id
                                     from predictions p join model_versions v on v.id = p.model_version_id
                                     where v.model_id = ? and v.stage = 'production' group by v.id) l
              on p.model_version_id = l.id and p.predicted_at >= l.last - interval '1 year'
            """;

    private static Visitor visitor;
    private static String demo;

    @BeforeAll
    static void signIn() throws Exception {
        visitor = Person.registered().signedIn();
        demo = "model?id=" + Person.asked("select id from models where name = 'co2-weekly'");
    }

    @Test // O0-13
    void ranges_count_back_from_the_latest_prediction() throws Exception {
        Document year = visitor.page(demo + "&range=1y");
        assertEquals("1y", year.expectFirst(".segmented a[aria-current]").text());
        assertEquals(Person.asked(YEAR, Integer.valueOf(demo.replaceAll("\\D", ""))), "" + points(year));
        assertEquals(2, points(visitor.page(demo + "&range=7d")));
        Document own = visitor.page(demo + "&from=1990-01-01T00:00Z&to=1990-03-01T00:00Z");
        assertEquals(0, own.select(".segmented a[aria-current]").size());
        assertTrue(own.select("#predictions td.key").eachText().stream()
                .allMatch(t -> t.contains("1990") || t.contains("1989")));
    }

    @Test
    void at_most_500_points_travel_whatever_the_range() throws Exception {
        for (String range :
                new String[] {"", "&range=all", "&range=3m", "&from=0001-01-01T00:00Z&to=9999-01-01T00:00Z"}) {
            long points = points(visitor.page(demo + range));
            assertTrue(points > 0 && points <= 500, range + " " + points);
        }
        assertEquals(
                200, visitor.get(demo + "&from=x&to=y&range=z&page=999999999").statusCode());
    }

    @Test // O0-12
    void projects_models_and_versions_depend_on_each_other() throws Exception {
        String project = Person.asked("select id from projects where name = 'Mauna Loa'");
        Document page = visitor.page("model?project=" + project);
        assertTrue(page.expectFirst("h1").text().startsWith("co2-weekly"));
        assertEquals(
                "co2-weekly", page.expectFirst("#pick-model option[selected]").text());
        assertEquals(
                "1 · persistence",
                page.expectFirst("#pick-version option[selected]").text());
        assertEquals(2, page.select("#pick-version option").size());
    }

    @Test
    void lists_take_four_statements_and_the_model_page_no_more_for_more_predictions() throws Exception {
        visitor.page("models");
        visitor.page(demo);
        Statements list = Statements.during(() -> visitor.page("models?size=100&sort=-latest.accuracy"));
        assertTrue(list.count() <= 4, list.toString());
        assertTrue(list.times().keySet().stream().noneMatch(sql -> sql.contains("predictions")), list.toString());
        Statements month = Statements.during(() -> visitor.page(demo + "&range=1m"));
        Statements all = Statements.during(() -> visitor.page(demo));
        assertEquals(month.count(), all.count(), month + "\n" + all);
    }

    /** How many points the chart of that page has. */
    private static long points(Document page) throws Exception {
        String numbers = visitor.get(page.expectFirst("#chart").attr("data-src").substring(1))
                .body();
        return numbers.replaceFirst(".*\"at\":\\[(.*?)\\].*", "$1").split(",").length;
    }

    @Test // O0-13
    void the_table_and_the_file_hold_the_range_that_the_page_shows() throws Exception {
        int model = Registry.model(visitor, Registry.name("range"));
        int version = Registry.version(visitor, model, Map.of("accuracy", "1"));
        for (String day : new String[] {"01", "15", "31"}) {
            Map<String, String> told = Map.of("result", day, "when", "2026-01-" + day + "T10:00");
            Registry.send(visitor, "prediction?do=create&version=" + version, "#add", told);
        }
        Map<String, Integer> ranges =
                Map.of("range=all", 3, "range=1m", 3, "range=14d", 1, "from=2026-01-14T00:00Z&to=2026-01-16T00:00Z", 1);
        for (Map.Entry<String, Integer> range : ranges.entrySet()) {
            Document page = visitor.page("model?id=" + model + "&" + range.getKey());
            assertEquals(range.getValue(), page.select("#predictions tbody tr").size(), range.getKey());
            String file = page.expectFirst("a[href*=/do/predictions]").attr("href");
            assertEquals(
                    range.getValue() + 1,
                    visitor.get(file.substring(1)).body().strip().lines().count(),
                    file);
        }
    }

    @Test // which version wins; S2-30
    void the_smaller_error_is_marked_whatever_its_sign_and_the_newest_that_is_left_stands_in_the_list()
            throws Exception {
        int model = Registry.model(visitor, Registry.name("best"));
        told(model, "8");
        told(model, "11");
        Document page = visitor.page("model?id=" + model);
        assertEquals(List.of("1", "1", "1", "10"), page.select("td.best").eachText());
        int newest = Registry.version(visitor, model, Map.of("accuracy", "0.25"));
        assertEquals("3 0.25", latest(model));
        Registry.send(visitor, "versions?do=delete&id=" + newest, "#delete", Map.of());
        assertEquals("2 0.5", latest(model));
    }

    /** A new version with one prediction of what was 10, told at a second that no field shows. */
    private static void told(int model, String result) throws Exception {
        int version = Registry.version(visitor, model, Map.of("accuracy", "0.5"));
        Map<String, String> typed = Map.of("result", result, "when", "2026-01-01T10:00");
        Registry.send(visitor, "prediction?do=create&version=" + version, "#add", typed);
        String id = Person.asked(
                "update predictions set outcome = 9, outcome_at = '2026-01-02T10:00:07Z' where model_version_id = ? returning id",
                version);
        String address = "prediction?version=" + version + "&at=2026-01-01T10:00:00Z&id=" + id;
        Registry.send(visitor, address, "#tell", Map.of("outcome", "10"));
        String at =
                "select outcome || ' ' || extract(second from outcome_at) from predictions where model_version_id = ?";
        assertEquals("10 7.000000", Person.asked(at, version), "the time stays as it was");
    }

    private static String latest(int model) throws Exception {
        return Person.asked(
                "select v.number || ' ' || v.accuracy from models m join model_versions v on v.id = m.latest_version_id where m.id = ?",
                model);
    }
}
