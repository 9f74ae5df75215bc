package org.hindcast.api;

import static org.hindcast.api.Answers.asked;
import static org.hindcast.api.Answers.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.hindcast.support.Await;
import org.hindcast.support.Hindcast;
import org.hindcast.support.Person;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Projects, datasets, models and versions, as programs list, read, make and change them. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class RecordsIT {

    private static final int RACES = Integer.getInteger("it.races", 50);

    private static final String WAITING =
            "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'";

    private static Program program;

    @BeforeAll
    static void token() throws Exception {
        program = Program.ofAdministrator();
    }

    @Test // SEC-16
    void who_may_not_read_a_room_reads_nothing_of_it() throws Exception {
        Person person = Person.registered();
        Program theirs = new Program(Program.token(person.signedIn(), "read"));
        person.onlyMay("projects.read");
        assertEquals(200, theirs.get("projects").statusCode());
        refused(403, theirs.get("models"));
        refused(403, theirs.get("models/1"));
    }

    @Test
    void what_is_made_can_be_read_changed_and_deleted() throws Exception {
        String name = Program.name("made");
        HttpResponse<String> made =
                program.post("projects", Program.JSON, "{\"name\":\"" + name + "\",\"description\":\"of a test\"}");
        assertEquals(201, made.statusCode());
        String path = made.headers().firstValue("Location").orElseThrow().replaceFirst("^.*/api/v1/", "");
        HttpResponse<String> read = program.get(path);
        assertEquals(made.body(), read.body());
        assertEquals("admin", Program.json(read).at("/owner/username").asText());
        String tag = read.headers().firstValue("ETag").orElseThrow();
        assertEquals(
                304,
                Program.send(program.request(path).header("If-None-Match", tag).GET())
                        .statusCode());

        HttpResponse<String> changed = program.patch(path, tag, "{\"description\":\"of another test\"}");
        assertEquals("of another test", Program.json(changed).get("description").asText());
        assertEquals(name, Program.json(changed).get("name").asText());
        refused(412, program.patch(path, tag, "{\"description\":\"too late\"}"));

        assertEquals(204, program.delete(path).statusCode());
        refused(404, program.get(path));
    }

    @Test
    void datasets_models_and_versions_point_at_each_other() throws Exception {
        int project = program.create("projects", "{\"name\":\"" + Program.name("p") + "\"}");
        int dataset = program.create(
                "datasets",
                "{\"name\":\"" + Program.name("d") + "\",\"sizeMb\":0,\"project\":{\"id\":" + project + "}}");
        int model = program.create(
                "models",
                "{\"name\":\"" + Program.name("m") + "\",\"unit\":\"ppm\",\"project\":{\"id\":" + project + "}}");
        assertTrue(Program.json(program.get("models/" + model)).get("latest").isNull(), "It has no version yet");
        String versions = "models/" + model + "/versions";
        JsonNode first = Program.json(program.post(
                versions,
                Program.JSON,
                "{\"accuracy\":0.0,\"label\":\"first\",\"stage\":\"staging\",\"dataset\":{\"id\":" + dataset + "}}"));
        assertEquals(1, first.get("number").asInt());
        assertEquals(0.0, first.get("accuracy").asDouble());
        assertEquals("staging", first.get("stage").asText());
        assertEquals(dataset, first.at("/dataset/id").asInt());
        program.create(versions, "{\"accuracy\":-1e-7}");
        assertEquals(2, Program.json(program.get(versions + "/2")).get("number").asInt());
        JsonNode freed = Program.json(program.patch("models/" + model, "*", "{\"project\":null}"));
        assertTrue(freed.get("project").isNull());
        JsonNode needed = refused(409, program.delete("datasets/" + dataset));
        assertEquals("versions", needed.at("/keeps/0/room").asText());
        refused(404, program.get("models/987654/versions/1"));
        refused(404, program.get(versions + "/3"));
    }

    @Test // SEC-22: mass assignment
    void nobody_sets_what_is_not_theirs_to_set() throws Exception {
        String name = "{\"name\":\"" + Program.name("p") + "\",";
        for (String member : List.of("owner", "id", "version", "createdAt", "admin", "a/b~c")) {
            JsonNode problem = refused(400, program.post("projects", Program.JSON, name + "\"" + member + "\":1}"));
            String pointer = "/" + member.replace("~", "~0").replace("/", "~1");
            assertEquals(pointer, problem.at("/errors/0/pointer").asText());
        }
    }

    @Test
    void everything_that_is_wrong_is_told_at_its_place() throws Exception {
        JsonNode dataset = refused(
                422,
                program.post(
                        "datasets",
                        Program.JSON,
                        "{\"name\":7,\"sizeMb\":\"large\",\"project\":{\"id\":987654321},\"sourceUrl\":\"a\\u0000b\"}"));
        List<String> pointers = new ArrayList<>();
        dataset.get("errors").forEach(error -> pointers.add(error.get("pointer").asText()));
        assertEquals(
                List.of("/name", "/project", "/sizeMb", "/sourceUrl"),
                pointers.stream().sorted().toList());
        JsonNode blank = refused(422, program.post("datasets", Program.JSON, "{\"name\":\" \",\"sizeMb\":-1}"));
        assertEquals("/name", blank.at("/errors/0/pointer").asText());
        assertEquals("/sizeMb", blank.at("/errors/1/pointer").asText());
        String model = "models/" + program.create("models", "{\"name\":\"" + Program.name("m") + "\"}");
        JsonNode version = refused(422, program.post(model + "/versions", Program.JSON, "{\"stage\":\"best\"}"));
        assertEquals("/accuracy", version.at("/errors/0/pointer").asText());
        assertEquals("/stage", version.at("/errors/1/pointer").asText());
        refused(422, program.post(model + "/versions", Program.JSON, "{\"accuracy\":1e999}"));
    }

    @Test
    void a_name_that_is_taken_is_a_conflict() throws Exception {
        String body = "{\"name\":\"" + Program.name("twice") + "\"}";
        program.create("models", body);
        assertEquals(
                "/name",
                refused(409, program.post("models", Program.JSON, body))
                        .at("/errors/0/pointer")
                        .asText());
    }

    @Test // S2-42
    void whatever_is_written_stays_what_it_is() throws Exception {
        for (String text : List.of(
                "'; drop table projects; --",
                "<script>alert(1)</script>",
                "\u202Eabc",
                "😀 ".repeat(20).strip())) {
            String name = Program.name("p");
            int id = program.create("projects", "{\"name\":\"" + name + "\",\"description\":\"" + text + "\"}");
            assertEquals(
                    text,
                    Program.json(program.get("projects/" + id))
                            .get("description")
                            .asText());
        }
    }

    @Test
    void a_list_goes_on_where_it_stopped_while_others_add_to_it() throws Exception {
        String mark = Program.name("page");
        for (int i = 0; i < 7; i++) {
            program.create("projects", "{\"name\":\"" + mark + "-" + i + "\",\"description\":\"" + i % 2 + "\"}");
        }
        String path = "projects?limit=2&sort=description,-name&f.name=" + mark;
        List<String> names = new ArrayList<>();
        while (path != null) {
            HttpResponse<String> answer = program.get(path);
            JsonNode page = Program.json(answer);
            page.get("items")
                    .forEach(item -> names.add(
                            item.get("description").asText() + item.get("name").asText()));
            program.create("projects", "{\"name\":\"" + mark + "-9" + names.size() + "\",\"description\":\"0\"}");
            JsonNode next = page.get("next");
            assertEquals(next.isNull(), answer.headers().firstValue("Link").isEmpty());
            path = next.isNull() ? null : next.asText().replaceFirst("^/api/v1/", "");
        }
        assertEquals(7, names.stream().filter(name -> !name.contains("-9")).count(), names.toString());
        Comparator<String> byDescription = Comparator.comparing(name -> name.substring(0, 1));
        assertEquals(
                names.stream()
                        .sorted(byDescription.thenComparing(Comparator.reverseOrder()))
                        .toList(),
                names);
    }

    @Test // SEC-19
    void of_two_who_change_the_same_version_one_is_told() throws Exception {
        String path = "projects/" + program.create("projects", "{\"name\":\"" + Program.name("race") + "\"}");
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            for (int i = 0; i < RACES; i++) {
                race(path, two);
            }
        } finally {
            two.shutdownNow();
        }
    }

    @Test // SEC-19
    void who_deletes_a_version_does_not_delete_what_somebody_made_of_it_meanwhile() throws Exception {
        int id = program.create("projects", "{\"name\":\"" + Program.name("race") + "\"}");
        String tag = program.get("projects/" + id).headers().firstValue("ETag").orElseThrow();
        ExecutorService one = Executors.newSingleThreadExecutor();
        try (Connection other = Hindcast.database();
                Statement says = other.createStatement()) {
            other.setAutoCommit(false);
            says.execute("select from projects where id = " + id + " for update"); // whoever deletes waits for it
            Future<HttpResponse<String>> deleting = one.submit(() -> Program.send(
                    program.request("projects/" + id).header("If-Match", tag).DELETE()));
            Await.until(() -> deleting.isDone() || !asked(WAITING).equals("0"));
            says.execute("update projects set version = version + 1, description = 'meanwhile' where id = " + id);
            other.commit();
            refused(412, deleting.get());
        } finally {
            one.shutdownNow();
        }
        assertEquals(
                "meanwhile",
                Program.json(program.get("projects/" + id)).get("description").asText());
    }

    private static void race(String path, ExecutorService two) throws Exception {
        String tag = program.get(path).headers().firstValue("ETag").orElseThrow();
        List<Callable<HttpResponse<String>>> both = List.of(
                () -> program.patch(path, tag, "{\"description\":\"left " + System.nanoTime() + "\"}"),
                () -> program.patch(path, tag, "{\"description\":\"right " + System.nanoTime() + "\"}"));
        List<HttpResponse<String>> answers = new ArrayList<>();
        for (Future<HttpResponse<String>> answer : two.invokeAll(both)) {
            answers.add(answer.get());
        }
        answers.sort(Comparator.comparing(HttpResponse::statusCode));
        assertEquals(200, answers.get(0).statusCode());
        refused(412, answers.get(1));
        assertEquals(answers.get(0).body(), program.get(path).body());
    }
}
