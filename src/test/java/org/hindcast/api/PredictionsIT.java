package org.hindcast.api;

import static org.hindcast.api.Answers.ALL;
import static org.hindcast.api.Answers.asked;
import static org.hindcast.api.Answers.hash;
import static org.hindcast.api.Answers.keyed;
import static org.hindcast.api.Answers.refused;
import static org.hindcast.api.Answers.told;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.hindcast.support.Hindcast;
import org.hindcast.support.Visitor;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Predictions and outcomes, as programs tell and read them. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
@Tag("thread")
class PredictionsIT {

    private static Program program;

    private String version;
    private String predictions;
    private String outcomes;

    @BeforeAll
    static void token() throws Exception {
        program = Program.ofAdministrator();
    }

    @BeforeEach
    void model() throws Exception {
        version = program.version();
        predictions = version + "/predictions";
        outcomes = version + "/outcomes";
    }

    @Test
    void an_array_lines_a_table_and_a_single_object_say_the_same() throws Exception {
        String object = "{\"predictedAt\":\"2026-01-01T00:00:00Z\",\"input\":\"a\",\"result\":0.0}";
        told(1, 0, program.post(predictions, Program.JSON, object));
        told(2, 0, program.post(predictions, Program.JSON, "[" + object + " ,\n" + object + "]"));
        told(2, 0, program.post(predictions, Program.NDJSON, object + "\n\n" + object + "\n"));
        told(
                2,
                0,
                program.post(
                        predictions,
                        Program.CSV,
                        "predicted_at,input,result\n2026-01-01T00:00:00Z,a,0\n2026-01-01T00:00:00Z,a,0.0\n"));
        told(0, 0, program.post(predictions, Program.JSON, "[]"));
        told(0, 0, program.post(predictions, Program.NDJSON, ""));
        assertEquals(
                "7 0 a", asked(ALL.formatted("count(*) || ' ' || min(result) || ' ' || max(input_data)"), version));
    }

    @Test // S2-29, S2-35, S2-38, S2-39
    void what_is_told_is_what_is_read() throws Exception {
        String input = "{\"deep\": [1, {\"x\": null}],  \"text\":\"<script>\\u00e4\"}";
        String large = "x".repeat(3_000_000);
        told(
                2,
                0,
                program.post(
                        predictions,
                        Program.JSON,
                        "[{\"predictedAt\":\"2026-01-01T01:00:00.123456+01:00\",\"input\":" + input
                                + ",\"result\":-0.5e-3,\"key\":\"k\",\"outcome\":0,\"outcomeAt\":\"2026-01-02T00:00:00Z\"},"
                                + "{\"predictedAt\":\"2026-01-03T00:00:00Z\",\"input\":\"" + large
                                + "\",\"result\":1}]"));
        JsonNode page = Program.json(program.get(predictions));
        JsonNode first = page.at("/items/0");
        assertEquals("2026-01-01T00:00:00.123456Z", first.get("predictedAt").asText());
        assertEquals(input, first.get("input").asText());
        assertEquals(-0.0005, first.get("result").asDouble());
        assertEquals("k", first.get("key").asText());
        assertEquals(0.0, first.get("outcome").asDouble());
        assertEquals(1_000, page.at("/items/1/input").asText().length());
        String one = predictions + "/" + page.at("/items/1/id").asText() + "?predictedAt=2026-01-03T00:00:00Z";
        assertEquals(large, Program.json(program.get(one)).get("input").asText());
        refused(404, program.get(predictions + "/1?predictedAt=2026-01-03T00:00:00Z"));
    }

    @Test // S2-38
    void who_told_a_prediction_is_shown_with_their_token() throws Exception {
        Visitor visitor = Program.asAdministrator();
        String secret = Program.token(visitor, "read", "predictions:write");
        Program ci = new Program(secret);
        told(1, 0, ci.post(predictions, Program.JSON, keyed(1, "by")));
        JsonNode item = Program.json(ci.get(predictions)).at("/items/0");
        String token = asked("select name from tokens where hash = ?", hash(secret));
        String name = asked("select full_name from users where username = ?", Hindcast.ADMIN);
        JsonNode by = item.get("producedBy");
        assertEquals(
                List.of(Hindcast.ADMIN, name, token),
                List.of(
                        by.get("username").asText(),
                        by.get("fullName").asText(),
                        by.get("token").asText()));
        String where = "?predictedAt=" + item.get("predictedAt").asText();
        assertEquals(
                by,
                Program.json(ci.get(predictions + "/" + item.get("id") + where)).get("producedBy"));
        String id = asked(ALL.formatted("v.id"), version);
        String page =
                "prediction?version=" + id + "&at=" + item.get("predictedAt").asText() + "&id=" + item.get("id");
        String shown = name + ", token " + token;
        assertEquals(shown, visitor.page(page).select("dl.props dd").last().text());
        assertTrue(visitor.get("do/predictions?version=" + id).body().strip().endsWith(",\"" + shown + "\""));
    }

    @Test
    void a_bad_row_is_named_and_nothing_of_its_upload_is_stored() throws Exception {
        String good = "{\"predictedAt\":\"2026-01-01T00:00:00Z\",\"input\":\"a\",\"result\":1}";
        bad("/1/result", 422, Program.JSON, "[" + good + "," + good.replace(":1}", ":\"x\"}") + "]");
        bad("/0/result", 400, Program.JSON, "[" + good.replace("\"result\"", "\"result\":2,\"result\"") + "]");
        bad(
                "/17/predictedAt",
                422,
                Program.NDJSON,
                (good + "\n").repeat(17) + good.replace("2026-01-01T00", "2026-01-32T00"));
        bad("/0/owner", 400, Program.JSON, "[" + good.replace("\"input\"", "\"owner\"") + "]");
        bad("/0/input", 422, Program.JSON, "[" + good.replace("\"input\":\"a\",", "") + "]");
        bad("/0/result", 422, Program.JSON, "[" + good.replace(":1}", ":1e101}") + "]");
        bad("/0", 400, Program.JSON, "[" + good.replace(":1}", ":NaN}") + "]");
        bad("/0/input", 422, Program.JSON, "[" + good.replace("\"a\"", "\"a\\u0000\"") + "]");
        bad("/0/key", 422, Program.JSON, "[" + good.replace(":1}", ":1,\"key\":\"" + "k".repeat(201) + "\"}") + "]");
        bad("/2", 400, Program.JSON, "[" + good + "," + good + ",");
        bad("", 400, Program.JSON, good + good);
        bad(
                "/3/result",
                422,
                Program.CSV,
                "predictedAt,input,result\n" + "2026-01-01T00:00:00Z,a,1\n".repeat(3) + "2026-01-01T00:00:00Z,a,\n");
        bad("/1", 422, Program.CSV, "predictedAt,input,result\n2026-01-01T00:00:00Z,a,1\n2026-01-01T00:00:00Z,a\n");
        bad("", 400, Program.CSV, "predictedAt,input,result,owner\n");
        refused(400, program.post(predictions, Program.JSON, BodyPublishers.ofByteArray(new byte[] {
            '[', '"', (byte) 0xff, '"'
        })));
        refused(415, program.post(predictions, Program.CSV + "; charset=iso-8859-1", "predictedAt,input,result\n"));
        assertEquals("0", asked(ALL.formatted("count(*)"), version));
    }

    @Test
    void lines_are_counted_as_people_count_them() throws Exception {
        String table = "predictedAt,input,result\n2026-01-01T00:00:00Z,\"two\nlines\",1\n2026-01-01T00:00:00Z,a,x\n";
        JsonNode problem = refused(422, program.post(predictions, Program.CSV, table));
        assertEquals(4, problem.at("/errors/0/line").asInt());
        assertTrue(Program.send(program.request(predictions)
                        .header("Accept-Language", "de")
                        .header("Content-Type", Program.CSV)
                        .POST(BodyPublishers.ofString(table)))
                .body()
                .contains("Das muss eine Zahl sein."));
    }

    @Test
    void outcomes_come_later_by_key_or_by_id_and_time_and_may_be_corrected() throws Exception {
        told(3, 0, program.post(predictions, Program.NDJSON, keyed(3, "o")));
        told(
                2,
                0,
                program.post(
                        outcomes, Program.JSON, "[{\"key\":\"o0\",\"outcome\":1},{\"key\":\"o1\",\"outcome\":2}]"));
        told(1, 1, program.post(outcomes, Program.CSV, "key,outcome\no0,1\no1,3\n"));
        JsonNode third = Program.json(program.get(predictions)).at("/items/2");
        String byId =
                "{\"id\":" + third.get("id") + ",\"predictedAt\":" + third.get("predictedAt") + ",\"outcome\":0.0}";
        told(1, 0, program.post(outcomes, Program.NDJSON, byId));
        JsonNode scores = Program.json(program.get(version + "/scores"));
        assertEquals(3, scores.get("known").asInt());
        // results are 0, 1, 2; outcomes 1, 3, 0
        assertEquals((-1 - 2 + 2) / 3.0, scores.get("bias").asDouble(), 1e-12);
        assertEquals(5 / 3.0, scores.get("mae").asDouble(), 1e-12);
        assertEquals(Math.sqrt(3), scores.get("rmse").asDouble(), 1e-12);
        assertTrue(scores.get("mape").isNull());

        JsonNode unknown = refused(422, program.post(outcomes, Program.CSV, "key,outcome\no0,7\nnobody,8\n"));
        assertEquals("/1/key", unknown.at("/errors/0/pointer").asText());
        assertEquals(3, unknown.at("/errors/0/line").asInt());
        assertEquals("1", asked(ALL.formatted("max(outcome) filter (where key = 'o0')"), version));
        refused(422, program.post(outcomes, Program.JSON, "{\"outcome\":1}"));
    }

    @Test
    void a_range_is_read_page_by_page_and_as_a_series() throws Exception {
        program.post(predictions, Program.NDJSON, keyed(10, "r"));
        String path = predictions + "?from=2026-01-01T00:00:02Z&to=2026-01-01T00:00:09Z&limit=3";
        StringBuilder seen = new StringBuilder();
        while (path != null) {
            JsonNode page = Program.json(program.get(path));
            page.get("items").forEach(item -> seen.append(item.get("key").asText()));
            path = page.get("next").isNull() ? null : page.get("next").asText().replaceFirst("^/api/v1/", "");
        }
        assertEquals("r2r3r4r5r6r7r8", seen.toString());
        JsonNode series = Program.json(program.get(version + "/series?bucket=PT5S"));
        assertEquals(
                List.of(5, 5),
                series.get("buckets").findValues("count").stream()
                        .map(JsonNode::asInt)
                        .toList());
        assertEquals("2026-01-01T00:00:05Z", series.at("/buckets/1/from").asText());
        assertEquals(7.0, series.at("/buckets/1/result").asDouble());
        refused(400, program.get(version + "/series?bucket=PT0S"));
        refused(400, program.get(version + "/series?bucket=week"));
        refused(400, program.get(version + "/series?from=0001-01-01T00:00:00Z&bucket=PT1S"));
        refused(400, program.get(predictions + "?from=x"));
    }

    @Test
    void a_range_ends_after_it_begins_and_nothing_else_is_asked_for() throws Exception {
        JsonNode later = Program.json(program.get(version + "/series?from=2027-01-01T00:00:00Z"));
        assertEquals("2027-01-01T00:00:00Z", later.get("from").asText());
        assertEquals(0, later.get("buckets").size());
        for (String list : List.of("/predictions?", "/series?")) {
            refused(400, program.get(version + list + "from=2026-02-01T00:00:00Z&to=2026-01-01T00:00:00Z"));
            refused(400, program.get(version + list + "from=2026-02-01T00:00:00Z&from=2026-01-01T00:00:00Z"));
            refused(400, program.get(version + list + "form=2026-02-01T00:00:00Z"));
            refused(400, program.get(version + list + "from=0001-01-01T00:00:00%2B18:00"));
        }
    }

    @Test
    void numbers_too_small_to_be_squared_break_no_score() throws Exception {
        String rows =
                "predictedAt,input,result,outcome\n2026-01-01T00:00:00Z,a,1e-200,0\n2026-01-01T00:00:00Z,a,3,2e-320\n"
                        + "2026-01-01T00:00:00Z,a,1e-100,2e-100\n2026-01-01T00:00:00Z,a,1e100,-1e100\n";
        told(4, 0, program.post(predictions, Program.CSV, rows));
        for (String path : List.of("/scores", "/series?bucket=PT1M", "/series?bucket=PT1H", "/series?bucket=P1D")) {
            assertEquals(200, program.get(version + path).statusCode(), path);
        }
    }

    private void bad(String pointer, int status, String type, String body) throws Exception {
        JsonNode problem = refused(status, program.post(predictions, type, body));
        assertEquals(pointer, problem.at("/errors/0/pointer").asText(), problem.toString());
    }
}
