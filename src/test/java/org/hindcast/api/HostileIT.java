package org.hindcast.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a program sends, what it gets is an answer or a problem, and never a failure. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
@Tag("thread")
class HostileIT {

    private static final String GOOD = "{\"predictedAt\":\"2026-01-01T00:00:00Z\",\"input\":\"i\",\"result\":1}";
    private static final List<String> METHODS =
            List.of("GET", "HEAD", "OPTIONS", "PUT", "POST", "PATCH", "DELETE", "NONSENSE");

    private static Program program;
    private static String model;

    private final List<String> wrong = new ArrayList<>();

    @BeforeAll
    static void token() throws Exception {
        program = Program.ofAdministrator();
        model = program.version().replaceFirst("/versions/1$", "");
    }

    @AfterEach
    void nothing_was_wrong() {
        assertEquals(List.of(), wrong);
    }

    @ParameterizedTest
    @DisplayName("SEC-10 SEC-11: every member of a record, with every odd value")
    @CsvSource({
        "projects, name description",
        "datasets, name description sizeMb sourceUrl project",
        "models, name description unit project",
        "*/versions, label accuracy description dataset stage"
    })
    void odd_members(String path, String members) throws Exception {
        for (String member : members.split(" ")) {
            for (String value : Odd.values(member)) {
                Map<String, String> record = record(path);
                record.put(member, value);
                look(program.post(at(path), Program.JSON, json(record)), path + " " + member + " " + value);
            }
        }
    }

    @ParameterizedTest
    @DisplayName("SEC-10 SEC-11 O0-20: every field of a row, with every odd value, as JSON, in lines and as CSV")
    @CsvSource({
        "predictions, predictedAt input result key outcome outcomeAt",
        "outcomes, predictedAt key outcome outcomeAt id",
    })
    void odd_fields(String kind, String fields) throws Exception {
        String path = at("*/versions/1/" + kind);
        for (String field : fields.split(" ")) {
            for (String value : Odd.values(field)) {
                Map<String, String> row = record(kind);
                row.put(field, value);
                String what = kind + " " + field + " " + value;
                look(program.post(path, Program.JSON, "[" + json(row) + "]"), "array " + what);
                look(program.post(path, Program.NDJSON, json(row) + "\n"), "lines " + what);
                look(program.post(path, Program.CSV, csv(row)), "CSV " + what);
            }
        }
    }

    @ParameterizedTest
    @DisplayName("SEC-10 SEC-22: bodies that are no such thing, in foreign types and encodings, too deep, packed")
    @ValueSource(strings = {"projects", "*/versions", "*/versions/1/predictions", "*/versions/1/outcomes"})
    void odd_bodies(String place) throws Exception {
        String path = at(place);
        for (String type : Odd.TYPES) {
            look(program.post(path, type, GOOD), path + " as " + type);
        }
        for (String type : Odd.TYPES.subList(0, place.contains("/1/") ? 3 : 1)) {
            for (String body : Odd.BODIES) {
                look(program.post(path, type, body), path + " as " + type + ": " + body);
            }
        }
        byte[] notText = {'[', '{', '"', (byte) 0xff, (byte) 0xc0, '"'};
        look(program.post(path, Program.JSON, BodyPublishers.ofByteArray(notText)), path + " no UTF-8");
        look(packed(path, "[" + GOOD + "]"), path + " packed");
        HttpResponse<String> bomb = packed(path, " ".repeat(80_000_000));
        assertTrue(
                List.of(400, 413, 415).contains(bomb.statusCode()),
                "What grows too large when it is unpacked: " + bomb.body());
        look(bomb, path + " packed, and large");
    }

    @ParameterizedTest
    @DisplayName("SEC-2 SEC-11: every method on every address")
    @ValueSource(
            strings = {
                "",
                "nothing",
                "projects",
                "projects/0",
                "projects/x",
                "projects/99999999999",
                "models/-1",
                "*/versions/x",
                "*/versions/99",
                "*/versions/1/predictions",
                "*/versions/1/predictions/x",
                "*/versions/1/predictions/1",
                "*/versions/1/outcomes",
                "*/versions/1/series",
                "*/versions/1/scores",
                "openapi.json",
                "..%2f",
                ";x=1"
            })
    void odd_methods(String place) throws Exception {
        for (String method : METHODS) {
            HttpRequest.Builder request = program.request(at(place));
            look(Program.send(request.method(method, BodyPublishers.noBody())), method + " " + place);
        }
    }

    @Test
    @DisplayName("SEC-10 SEC-19: every header, with every odd value")
    void odd_headers() throws Exception {
        String project = "projects/" + program.create("projects", "{\"name\":\"" + Program.name("odd") + "\"}");
        for (String value : Odd.HEADERS) {
            look(program.patch(project, value, "{}"), "If-Match " + value);
            for (String header :
                    List.of("Accept", "Accept-Language", "Accept-Encoding", "If-None-Match", "Range", "Cookie")) {
                look(Program.send(program.request(project).header(header, value)), header + " " + value);
                look(Program.send(program.request("projects/0").header(header, value)), header + " " + value);
            }
        }
    }

    @ParameterizedTest
    @DisplayName("SEC-10 S2-42: every parameter of an address, with every odd value")
    @CsvSource({
        "projects, limit cursor sort q nonsense f.name f.id f.createdAt.from f.createdAt.to f.owner.username f. f.x.y",
        "datasets, cursor sort q f.sizeMb f.sizeMb.from f.project.id f.sourceUrl",
        "models, cursor sort q f.unit f.project.name",
        "*/versions, cursor sort q f.accuracy.to f.stage f.number f.dataset.id f.stageChangedAt.from",
        "*/versions/1/predictions, from to limit cursor",
        "*/versions/1/predictions/1, predictedAt",
        "*/versions/1/series, from to bucket"
    })
    void odd_parameters(String place, String names) throws Exception {
        HttpRequest.Builder request = program.request(at(place));
        String address = request.build().uri().toString();
        for (String name : names.split(" ")) {
            for (String value : Odd.PARAMETERS) {
                URI odd = URI.create(address + "?" + name + "=" + value);
                look(Program.send(request.uri(odd)), odd.toString());
            }
        }
    }

    private static String at(String place) {
        return place.replace("*", model);
    }

    /** What is needed and good. */
    private static Map<String, String> record(String path) {
        return new TreeMap<>(
                switch (path) {
                    case "predictions" ->
                        Map.of("predictedAt", "\"2026-01-01T00:00:00Z\"", "input", "\"i\"", "result", "1");
                    case "outcomes" -> Map.of("outcome", "1", "key", "\"none\"");
                    case "*/versions" -> Map.of("accuracy", "1");
                    case "datasets" -> Map.of("name", "\"" + Program.name("odd") + "\"", "sizeMb", "1");
                    default -> Map.of("name", "\"" + Program.name("odd") + "\"");
                });
    }

    private static String json(Map<String, String> members) {
        List<String> parts = new ArrayList<>();
        members.forEach((name, value) -> parts.add("\"" + name + "\":" + value));
        return "{" + String.join(",", parts) + "}";
    }

    private static String csv(Map<String, String> row) {
        return String.join(",", row.keySet()) + "\n" + String.join(",", row.values()) + "\n";
    }

    private static HttpResponse<String> packed(String path, String text) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        BodyPublisher body = BodyPublishers.ofByteArray(bytes.toByteArray());
        HttpRequest.Builder request = program.request(path).header("Content-Encoding", "gzip");
        return Program.send(request.header("Content-Type", Program.JSON).POST(body));
    }

    /** An answer, or a problem that says nothing of the inside. */
    private void look(HttpResponse<String> answer, String what) {
        int status = answer.statusCode();
        boolean bare = answer.request().method().equals("HEAD");
        try {
            String type = answer.headers().firstValue("Content-Type").orElse("");
            assertFalse(type.contains("xml") || type.contains("html"), type);
            if (status >= 500 || status >= 400 && !bare) {
                Answers.refused(Math.min(status, 499), answer);
            }
        } catch (Exception | AssertionError e) {
            String sent = what.length() > 120 ? what.substring(0, 120) + "…" : what;
            wrong.add(sent + ": " + status + " "
                    + e.getMessage().lines().findFirst().orElse("").replaceFirst("^(.{300}).*", "$1"));
        }
    }
}
