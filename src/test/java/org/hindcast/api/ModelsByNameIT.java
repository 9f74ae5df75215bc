package org.hindcast.api;

import static org.hindcast.api.Answers.asked;
import static org.hindcast.api.Answers.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** O0-10: the upsert of master rows, as jobs do it that say at each run which model they feed. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class ModelsByNameIT {

    private static final int CROWD = 8;
    private static Program program;

    @BeforeAll
    static void token() throws Exception {
        program = Program.ofAdministrator();
    }

    @Test // O0-10
    void a_model_that_is_said_again_is_changed_and_not_made_twice() throws Exception {
        String name = Program.name("said");
        HttpResponse<String> made = program.put("models?name=" + name, "{\"unit\":\"MW\",\"description\":\"first\"}");
        assertEquals(201, made.statusCode(), made.body());
        JsonNode model = Program.json(made);
        assertEquals(name, model.get("name").asText());
        String location = made.headers().firstValue("Location").orElseThrow();
        assertEquals("/api/v1/models/" + model.get("id").asInt(), location.replaceFirst("https?://[^/]+", ""));
        HttpResponse<String> changed =
                program.put("models?name=" + name, "{\"name\":\"" + name + "\",\"description\":\"second\"}");
        assertEquals(200, changed.statusCode(), changed.body());
        assertEquals(model.get("id"), Program.json(changed).get("id"));
        assertEquals("second", Program.json(changed).get("description").asText());
        assertEquals("MW", Program.json(changed).get("unit").asText(), "what is not sent stays");
        HttpResponse<String> same = program.put("models?name=" + name, "{\"description\":\"second\"}");
        assertEquals(changed.body(), same.body(), "to say the same again changes nothing");
    }

    @Test // O0-10
    void of_many_who_say_a_new_model_at_once_one_makes_it() throws Exception {
        String name = Program.name("crowd");
        List<Callable<HttpResponse<String>>> all =
                Collections.nCopies(CROWD, () -> program.put("models?name=" + name, "{\"unit\":\"MW\"}"));
        List<Integer> answers = new ArrayList<>();
        ExecutorService crowd = Executors.newFixedThreadPool(CROWD);
        try {
            for (Future<HttpResponse<String>> answer : crowd.invokeAll(all)) {
                answers.add(answer.get().statusCode());
            }
        } finally {
            crowd.shutdownNow();
        }
        answers.sort(Collections.reverseOrder());
        List<Integer> expected = new ArrayList<>(Collections.nCopies(CROWD, 200));
        expected.set(0, 201);
        assertEquals(expected, answers);
    }

    @Test
    void a_name_that_is_none_and_one_that_differs_are_told_at_the_name() throws Exception {
        for (String path : List.of("models", "models?name=", "models?name=" + "x".repeat(101))) {
            JsonNode problem = refused(422, program.put(path, "{\"unit\":\"MW\"}"));
            assertEquals("/name", problem.at("/errors/0/pointer").asText(), problem.toString());
        }
        String name = Program.name("renamed");
        JsonNode problem = refused(422, program.put("models?name=" + name, "{\"name\":\"another\"}"));
        assertEquals("/name", problem.at("/errors/0/pointer").asText());
        assertEquals("0", asked("select count(*) from models where name in (?, 'another')", name));
    }

    @Test
    void nobody_changes_a_model_of_somebody_else_by_its_name() throws Exception {
        String name = Program.name("theirs");
        program.create("models", "{\"name\":\"" + name + "\"}");
        Program stranger = new Program(Program.token(Program.asMember(Program.name("m")), "read", "write"));
        refused(403, stranger.put("models?name=" + name, "{\"unit\":\"MW\"}"));
        Program reader = new Program(Program.token(Program.asMember(Program.name("r")), "read"));
        refused(403, reader.put("models?name=" + Program.name("new"), "{\"unit\":\"MW\"}"));
    }
}
