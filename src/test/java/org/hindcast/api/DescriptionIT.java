package org.hindcast.api;

import static org.hindcast.api.Answers.keyed;
import static org.hindcast.api.Answers.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The description of the door, held against what really goes in and comes out. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class DescriptionIT {

    private static Program program;
    private static JsonNode schemas;
    private static String version;

    @BeforeAll
    static void read() throws Exception {
        program = Program.ofAdministrator();
        schemas = Program.json(program.get("openapi.json")).at("/components/schemas");
        version = program.version();
        program.post(version + "/predictions", Program.NDJSON, keyed(3, "d"));
    }

    @Test
    void the_description_names_exactly_the_fields_of_predictions_and_scores() throws Exception {
        JsonNode first = Program.json(program.get(version + "/predictions")).at("/items/0");
        fits("Prediction", first);
        String one = "/predictions/" + first.get("id") + "?predictedAt="
                + first.get("predictedAt").asText();
        fits("Prediction", Program.json(program.get(version + one)));
        fits("Series", Program.json(program.get(version + "/series")));
        fits("Scores", Program.json(program.get(version + "/scores")));
        fits("Stored", Program.json(program.post(version + "/predictions", Program.NDJSON, keyed(4, "d"))));
        fits(
                "Replaced",
                Program.json(Program.send(program.request(program.version() + "/predictions")
                        .header("Content-Type", Program.NDJSON)
                        .PUT(BodyPublishers.ofString(keyed(2, "d"))))));
    }

    @Test
    void the_description_names_exactly_the_fields_of_records() throws Exception {
        program.patch(version, "*", "{\"stage\":\"staging\"}");
        fits("Version", Program.json(program.get(version)));
        assertEquals(
                "admin",
                Program.json(program.get(version))
                        .at("/stageChangedBy/username")
                        .asText());
        fits("Model", Program.json(program.get(version.replaceFirst("/versions.*", ""))));
        String name = "{\"name\":\"" + Program.name("d") + "\"";
        fits("Project", Program.json(program.post("projects", Program.JSON, name + "}")));
        fits("Dataset", Program.json(program.post("datasets", Program.JSON, name + ",\"sizeMb\":1}")));
    }

    @Test
    void the_description_names_exactly_the_fields_of_problems() throws Exception {
        fits("Problem", refused(422, program.post(version + "/predictions", Program.JSON, "[{\"result\":\"x\"}]")));
        fits("Problem", refused(409, program.delete(version)));
        fits("Problem", refused(404, program.get("nothing")));
        fits("Problem", refused(401, new Program(null).get("models")));
    }

    @Test
    void an_outcome_is_described_as_it_is_taken() throws Exception {
        JsonNode first = Program.json(program.get(version + "/predictions")).at("/items/0");
        String id = "\"id\":" + first.get("id") + ",";
        String at = "\"predictedAt\":" + first.get("predictedAt") + ",";
        for (String named : List.of("\"key\":\"d0\",", id + at, "", id, at, "\"key\":null,")) {
            String body = "{" + named + "\"outcome\":1}";
            int status = program.post(version + "/outcomes", Program.JSON, body).statusCode();
            boolean fits = faults(schemas.get("NewOutcome"), new ObjectMapper().readTree(body), "")
                    .isEmpty();
            assertEquals(fits ? 200 : 422, status, body);
        }
    }

    @Test
    void tags_come_in_lists_and_weakened_by_proxies() throws Exception {
        HttpResponse<String> made = Program.send(program.request("projects/")
                .header("Content-Type", Program.JSON)
                .POST(BodyPublishers.ofString("{\"name\":\"" + Program.name("tag") + "\"}")));
        String path = made.headers().firstValue("Location").orElseThrow().replaceFirst("^.*/api/v1/", "");
        assertTrue(path.matches("projects/\\d+"), path);
        String tag = made.headers().firstValue("ETag").orElseThrow();
        for (String known : List.of("W/" + tag, "\"x\", " + tag, "*")) {
            HttpRequest.Builder get = program.request(path).header("If-None-Match", known);
            assertEquals(304, Program.send(get.GET()).statusCode(), known);
        }
        refused(412, program.patch(path, "\"x\", \"99\"", "{}"));
        refused(412, program.patch(path, "W/" + tag, "{}"));
        assertEquals(200, program.patch(path, "\"99\", " + tag, "{}").statusCode());
        HttpRequest.Builder delete = program.request(path);
        refused(412, Program.send(delete.header("If-Match", "\"98\", \"99\"").DELETE()));
        assertEquals(
                204,
                Program.send(delete.setHeader("If-Match", "\"99\"," + tag).DELETE())
                        .statusCode());
    }

    @Test
    void a_text_in_another_encoding_is_refused_and_not_guessed() throws Exception {
        byte[] latin = ("{\"name\":\"" + Program.name("caf\u00e9") + "\"}").getBytes(StandardCharsets.ISO_8859_1);
        for (String type : List.of(Program.JSON, Program.JSON + ";charset=iso-8859-1")) {
            refused(400, program.post("projects", type, BodyPublishers.ofByteArray(latin)));
        }
    }

    @Test // S2-16
    void what_the_description_requires_is_required() throws Exception {
        for (String kind : List.of("Project", "Dataset", "Model")) {
            String path = kind.toLowerCase(java.util.Locale.ROOT) + "s";
            Set<String> missing = new TreeSet<>();
            refused(422, program.post(path, Program.JSON, "{}"))
                    .get("errors")
                    .forEach(error -> missing.add(error.get("pointer").asText().substring(1)));
            all(schemas.at("/New" + kind + "/required"))
                    .forEach(name -> assertTrue(missing.contains(name.asText()), path + name + missing));
        }
    }

    @Test
    void the_end_of_a_series_is_not_within_it() throws Exception {
        String version = program.version();
        program.post(version + "/predictions", Program.NDJSON, keyed(10, "e"));
        String series = version + "/series?bucket=PT5S&from=2026-01-01T00:00:00Z&to=2026-01-01T00:00:05Z";
        JsonNode first = Program.json(program.get(series));
        assertEquals("2026-01-01T00:00:05Z", first.get("to").asText());
        assertEquals(1, first.get("buckets").size());
        JsonNode both = Program.json(program.get(series.replace("05Z", "05.5Z")));
        assertEquals(2, both.get("buckets").size());
    }

    private static void fits(String name, JsonNode answer) {
        assertEquals(List.of(), faults(schemas.get(name), answer, ""), name + " " + answer);
    }

    private static List<String> faults(JsonNode schema, JsonNode value, String path) {
        if (schema.has("$ref")) {
            return faults(schemas.get(schema.get("$ref").asText().replaceFirst("^.*/", "")), value, path);
        }
        List<String> faults = new ArrayList<>();
        for (String choice : List.of("oneOf", "anyOf")) {
            boolean none = all(schema.path(choice)).stream()
                    .noneMatch(one -> faults(one, value, path).isEmpty());
            if (schema.has(choice) && none) {
                faults.add(path + " is none of " + schema.get(choice));
            }
        }
        if (schema.has("type") && !types(schema).contains(type(value))) {
            faults.add(path + " is a " + type(value));
        }
        if (value.isObject() && !schema.has("oneOf")) {
            faults.addAll(members(schema, value, path));
        }
        if (value.isArray()) {
            all(value).forEach(item -> faults.addAll(faults(schema.get("items"), item, path + "/-")));
        }
        return faults;
    }

    /** An object holds what is required, and nothing that is not described. */
    private static List<String> members(JsonNode schema, JsonNode value, String path) {
        List<JsonNode> parts = schema.has("allOf") ? all(schema.get("allOf")) : List.of(schema);
        List<String> faults = new ArrayList<>();
        Set<String> described = new TreeSet<>();
        for (JsonNode part : parts) {
            JsonNode own =
                    part.has("$ref") ? schemas.get(part.get("$ref").asText().replaceFirst("^.*/", "")) : part;
            own.path("properties").fieldNames().forEachRemaining(described::add);
            own.path("properties").properties().stream()
                    .filter(member -> value.has(member.getKey()))
                    .forEach(member -> faults.addAll(
                            faults(member.getValue(), value.get(member.getKey()), path + "/" + member.getKey())));
            all(own.path("required")).stream()
                    .filter(name -> !value.has(name.asText()))
                    .forEach(name -> faults.add(path + "/" + name.asText() + " is missing"));
        }
        Set<String> shown = new TreeSet<>();
        value.fieldNames().forEachRemaining(shown::add);
        shown.removeAll(described);
        if (schema.has("allOf") || schema.has("type")) {
            shown.forEach(name -> faults.add(path + "/" + name + " is not described"));
        }
        return faults;
    }

    private static List<JsonNode> all(JsonNode nodes) {
        return StreamSupport.stream(nodes.spliterator(), false).toList();
    }

    private static List<String> types(JsonNode schema) {
        JsonNode type = schema.get("type");
        List<String> types = new ArrayList<>(
                type.isArray() ? all(type).stream().map(JsonNode::asText).toList() : List.of(type.asText()));
        if (types.contains("number")) {
            types.add("integer");
        }
        return types;
    }

    private static String type(JsonNode value) {
        return value.isIntegralNumber() ? "integer" : value.getNodeType().name().toLowerCase(java.util.Locale.ROOT);
    }
}
