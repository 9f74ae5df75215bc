package org.hindcast.api;

import static org.hindcast.api.Answers.refused;
import static org.hindcast.api.Answers.told;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.hindcast.support.Visitor;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands behind the question mark of a list's address. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class ListsIT {

    private static final int SIX = 6;

    private static Program program;
    private static Visitor reader;
    private static String mark;
    private static int model;

    /** Six of each kind, of which no two that stand side by side are alike. */
    @BeforeAll
    static void records() throws Exception {
        program = Program.ofAdministrator();
        reader = Program.asAdministrator();
        mark = Program.name("listed");
        for (int i = 0; i < SIX; i++) {
            int project = program.create("projects", "{%s,\"description\":\"about %d\"}".formatted(name(i), i % 2));
            String in = "\"project\":{\"id\":" + project + "}";
            String url = "\"sourceUrl\":\"https://example.org/" + i % 3 + "\"";
            int dataset =
                    program.create("datasets", "{%s,%s,%s,\"sizeMb\":%d}".formatted(name(i), in, url, 10 * (i % 3)));
            model = program.create("models", "{%s,%s,\"unit\":\"unit %d\"}".formatted(name(i), in, i % 2));
            version(i, dataset);
        }
        for (int i = 1; i < SIX; i++) {
            version(i, program.create("datasets", "{%s,\"sizeMb\":1}".formatted(name(-i))));
        }
    }

    @ParameterizedTest
    @CsvSource({"projects, projects", "datasets, datasets", "models, models", "versions, models/*/versions"})
    void a_list_is_filtered_by_all_that_its_page_is_filtered_by(String room, String path) throws Exception {
        Document page = reader.page(room);
        List<String> filters = page.select("[name^=f.]").eachAttr("name");
        assertTrue(filters.size() > 4, filters.toString());
        JsonNode sample = items(path, "").get(SIX / 2);
        for (String filter : filters) {
            String field = filter.replaceAll("^f\\.|\\.(from|to)$", "");
            String value = sample.at("/" + field.replace('.', '/')).asText();
            boolean time = field.equals("createdAt");
            String day = LocalDate.now(java.time.ZoneOffset.UTC).toString();
            String moment =
                    filter.endsWith(".to") ? OffsetDateTime.now().plusDays(1).toString() : day + "T00:00:00Z";
            assertTrue(time || !value.isEmpty(), room + " shows no " + field);
            same(room, path, filter, time ? day : value, time ? moment : value);
        }
    }

    @ParameterizedTest
    @CsvSource({"projects, projects", "datasets, datasets", "models, models", "versions, models/*/versions"})
    void a_list_is_sorted_by_all_that_its_page_is_sorted_by(String room, String path) throws Exception {
        Document all = reader.page(room + "?columns=" + String.join(",", columns(reader.page(room))));
        List<String> orders = all.select("thead a[href*=sort=]").eachAttr("href").stream()
                .map(link -> link.replaceAll("^.*[?&]sort=-?([^&,%]*).*$", "$1"))
                .toList();
        assertTrue(orders.size() > 3, orders.toString());
        for (String order : orders) {
            same(room, path, "sort", order, order);
            same(room, path, "sort", "-" + order, "-" + order);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"projects", "datasets", "models", "models/*/versions"})
    void what_is_not_understood_in_an_address_is_refused(String list) throws Exception {
        for (String query : List.of(
                "limit=0",
                "limit=-1",
                "limit=201",
                "limit=99999999999",
                "limit=x",
                "limit=1&limit=2",
                "sort=password",
                "sort=owner.passwordHash",
                "sort=createdAt,-createdAt",
                "sort=,",
                "f.nothing=1",
                "f.owner.email=a",
                "f.id=x",
                "f.id=1&f.id=2",
                "f.createdAt.from=yesterday",
                "f.createdAt.from=0001-01-01T00:00:00%2B18:00",
                "size=3")) {
            refused(400, program.get(at(list) + "?" + query));
        }
        assertEquals(200, program.get(at(list) + "?q=%25_%5C'%22%F0%9F%98%80").statusCode());
    }

    @Test
    void a_number_of_a_filter_is_finite_and_a_stage_is_no_range() throws Exception {
        for (String query : List.of("f.accuracy=NaN", "f.accuracy.to=Infinity", "f.accuracy=1d", "f.stage.from=none")) {
            refused(400, program.get(at("models/*/versions") + "?" + query));
        }
    }

    @Test
    void a_cursor_that_somebody_changed_is_refused() throws Exception {
        for (String values : List.of("x", "", "\0", "1,2", "99999999999")) {
            refused(400, program.get("projects?cursor=" + cursor(values)));
        }
        for (String values : List.of("a\0b,1", "a,\0", "a", "\0\0,1")) {
            refused(400, program.get("projects?sort=name&cursor=" + cursor(values)));
        }
        refused(400, program.get(at("models/*/versions") + "?sort=accuracy&cursor=" + cursor("NaN,1")));
        for (String values : List.of("2026-01-01T00:00Z,\0", "\0,\0", "x,1", "2026-01-01T00:00Z,x", "1")) {
            refused(400, program.get(at("models/*/versions/1/predictions") + "?cursor=" + cursor(values)));
        }
        for (String odd : List.of("%00", "!", "====", "A")) {
            refused(400, program.get("projects?cursor=" + odd));
        }
    }

    @Test
    void what_was_before_the_calendar_of_today_keeps_its_day() throws Exception {
        String version = program.version();
        List<String> times = List.of(
                "0001-01-01T00:00:00Z",
                "1000-02-28T06:00:00Z",
                "1000-03-01T06:00:00Z",
                "1582-10-14T12:00:00Z",
                "9999-12-31T23:59:59.999999Z");
        for (String time : times) {
            String row = "{\"predictedAt\":\"%s\",\"input\":\"\",\"result\":1,\"outcome\":1}";
            told(1, 0, program.post(version + "/predictions", Program.JSON, row.formatted(time)));
        }
        JsonNode page = Program.json(program.get(version + "/predictions?limit=5"));
        assertTrue(page.get("next").isNull(), "what holds the rest is the last page");
        JsonNode items = page.get("items");
        assertEquals(
                times,
                items.findValues("predictedAt").stream().map(JsonNode::asText).toList());
        JsonNode third = items.get(2);
        String outcome = "{\"id\":" + third.get("id") + ",\"predictedAt\":\"" + times.get(2) + "\",\"outcome\":2}";
        told(1, 0, program.post(version + "/outcomes", Program.JSON, outcome));
        assertEquals(
                5, Program.json(program.get(version + "/scores")).get("count").asInt());
        ranged(version, "from=1000-03-01T00:00:00Z&to=1000-03-02T00:00:00Z");
        endsBefore(version);
        JsonNode all = Program.json(program.get(version + "/series?bucket=P5000W"));
        assertEquals("0001-01-01T00:00:00Z", all.get("from").asText());
        assertEquals("9999-12-31T23:59:59.999999Z", all.get("to").asText());
        assertEquals("0001-01-01T00:00:00Z", all.at("/buckets/0/from").asText());
    }

    private static void endsBefore(String version) throws Exception {
        String before = version + "/series?from=1000-03-01T05:00:00Z&to=1000-03-01T06:00:00Z&bucket=PT1M";
        assertEquals(0, Program.json(program.get(before)).get("buckets").size(), "the end is not in it");
    }

    /** One prediction is found on that day, by any way. */
    private static void ranged(String version, String day) throws Exception {
        JsonNode found = Program.json(program.get(version + "/predictions?" + day));
        assertEquals(1, found.get("items").size());
        for (String bucket : List.of("P1D", "PT10M")) {
            JsonNode series = Program.json(program.get(version + "/series?bucket=" + bucket + "&" + day));
            assertEquals("1000-03-02T00:00:00Z", series.get("to").asText());
            assertTrue(series.at("/buckets/0/from").asText().startsWith("1000-03-01T0"), series.toString());
        }
    }

    private static void same(String room, String path, String parameter, String ofPage, String ofList)
            throws Exception {
        Document page = reader.page("%s?size=50&q=%s&%s=%s".formatted(room, asked(room), parameter, coded(ofPage)));
        List<Integer> shown = new ArrayList<>();
        for (Element link : page.select("tbody tr > td a[href~=[?]id=\\d+$]:not(.menu-item)")) {
            shown.add(Integer.valueOf(link.attr("href").replaceFirst(".*=", "")));
        }
        List<Integer> listed = new ArrayList<>();
        items(path, "&" + parameter + "=" + coded(ofList))
                .forEach(item -> listed.add(item.get("id").asInt()));
        assertEquals(shown, listed, room + " " + parameter + "=" + ofPage);
        assertTrue(!listed.isEmpty(), room + " " + parameter + "=" + ofPage);
    }

    private static JsonNode items(String path, String query) throws Exception {
        String list = at(path) + "?limit=50&q=" + asked(path) + query;
        return Program.json(program.get(list)).get("items");
    }

    private static List<String> columns(Document page) {
        return page.select("[name^=f.]").eachAttr("name").stream()
                .map(name -> name.replaceAll("^f\\.|\\.(from|to)$", ""))
                .distinct()
                .toList();
    }

    /** The versions of the last model only: a page shows those of all models. */
    private static String asked(String list) {
        return list.endsWith("versions") ? mark + "-" + (SIX - 1) : mark;
    }

    private static void version(int i, int dataset) throws Exception {
        String stage = Stream.of("none", "staging", "production").toList().get(i % 3);
        program.create(
                "models/" + model + "/versions",
                "{\"accuracy\":0.%d,\"label\":\"label %d\",\"stage\":\"%s\",\"dataset\":{\"id\":%d}}"
                        .formatted(i % 4, i % 3, stage, dataset));
    }

    private static String name(int i) {
        return "\"name\":\"" + mark + "-" + i + "\"";
    }

    private static String at(String path) {
        return path.replace("*", String.valueOf(model));
    }

    private static String coded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String cursor(String values) {
        byte[] bytes = values.replace(',', '\u001f').getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
