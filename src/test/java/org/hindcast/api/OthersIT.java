package org.hindcast.api;

import static org.hindcast.api.Answers.asked;
import static org.hindcast.api.Answers.refused;
import static org.hindcast.api.Answers.sql;
import static org.hindcast.api.Answers.told;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What programs may do with the records of others. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class OthersIT {

    private static final String ROW =
            "{\"predictedAt\":\"2026-01-01T00:00:00Z\",\"input\":\"i\",\"result\":1,\"key\":\"k\"}";

    private static Program owner;
    private static String member;
    private static Program theirs;
    private static int project;
    private static String name;
    private static String model;
    private static String dataset;

    @BeforeAll
    static void a_project_of_somebody_else() throws Exception {
        owner = Program.ofAdministrator();
        member = Program.name("member");
        theirs = new Program(Program.token(Program.asMember(member), "read", "write", "predictions:write"));
        name = Program.name("of-others");
        project = owner.create("projects", "{\"name\":\"" + name + "\"}");
        String in = "\",\"project\":{\"id\":" + project + "}";
        model = "models/" + owner.create("models", "{\"name\":\"" + name + in + "}");
        dataset = "datasets/" + owner.create("datasets", "{\"name\":\"" + name + in + ",\"sizeMb\":1}");
        owner.create(model + "/versions", "{\"accuracy\":1}");
        owner.post(model + "/versions/1/predictions", Program.JSON, ROW);
    }

    @Test
    @DisplayName("SEC-2: a stranger to a project reads what stands there, and changes nothing of it")
    void a_stranger_reads_and_changes_nothing() throws Exception {
        sql("delete from project_members where project_id = ? and role <> 'owner'", project);
        unchanged();
    }

    @Test
    @DisplayName("SEC-2: nor does a reader of the project")
    void a_reader_reads_and_changes_nothing() throws Exception {
        become("reader");
        unchanged();
    }

    @Test
    void an_editor_of_the_project_works_on_what_stands_there() throws Exception {
        become("editor");
        for (String path : List.of("projects/" + project, model, dataset, model + "/versions/1")) {
            assertEquals(
                    200, theirs.patch(path, "*", "{\"description\":\"theirs\"}").statusCode(), path);
        }
        for (HttpResponse<String> answer : acts().values()) {
            assertEquals(2, answer.statusCode() / 100, answer.request().method() + answer.uri() + answer.body());
        }
    }

    @Test
    @DisplayName("SEC-2: an editor does not end the project")
    void an_editor_does_not_end_the_project() throws Exception {
        become("editor");
        String before = state();
        refused(403, theirs.delete("projects/" + project));
        assertEquals(before, state());
    }

    @Test
    @DisplayName("SEC-2: who may edit the versions of everybody, and delete none, replaces no series")
    void who_may_not_delete_a_version_replaces_nothing() throws Exception {
        String manager = Program.name("manager");
        Program managing = new Program(Program.token(Program.asMember(manager), "read", "write"));
        sql("insert into roles (name, description) values (?, '')", manager);
        grant(manager, "versions.edit");
        sql(
                "insert into user_roles (user_id, role_id) select u.id, r.id from users u, roles r where u.username = ? and r.name = ?",
                manager,
                manager);
        told(1, 0, managing.post(model + "/versions/1/predictions", Program.JSON, ROW.replace("\"k\"", "\"m\"")));
        String before = state();
        refused(403, replaced(managing));
        assertEquals(before, state());
        grant(manager, "versions.delete");
        assertEquals(200, replaced(managing).statusCode());
    }

    private static void grant(String role, String permission) throws Exception {
        sql(
                "insert into role_permissions (role_id, permission) select id, ? from roles where name = ?",
                permission,
                role);
    }

    private static HttpResponse<String> replaced(Program by) throws Exception {
        return Program.send(by.request(model + "/versions/1/predictions")
                .header("Content-Type", Program.JSON)
                .PUT(BodyPublishers.ofString(ROW)));
    }

    @Test // S2-29
    void whose_model_or_project_it_is_tells_what_a_version_predicted() throws Exception {
        sql("delete from project_members where project_id = ? and role <> 'owner'", project);
        told(1, 0, theirs.post(theirs.version() + "/predictions", Program.JSON, ROW));
        int own = theirs.create("projects", "{\"name\":\"" + Program.name("own") + "\"}");
        int moved =
                owner.create("models", "{\"name\":\"" + Program.name("moved") + "\",\"project\":{\"id\":" + own + "}}");
        owner.create("models/" + moved + "/versions", "{\"accuracy\":1}");
        told(1, 0, theirs.post("models/" + moved + "/versions/1/predictions", Program.JSON, ROW));
    }

    @Test // S2-20
    void a_model_takes_its_versions_along_and_each_is_told_to_the_audit() throws Exception {
        String model = "models/" + owner.create("models", "{\"name\":\"" + Program.name("gone") + "\"}");
        List<Integer> ids = new ArrayList<>();
        for (String label : List.of("first", "second")) {
            owner.create(model + "/versions", "{\"accuracy\":1,\"label\":\"" + label + "\"}");
            ids.add(Integer.valueOf(asked("select max(id) from model_versions where label = ?", label)));
        }
        sql(
                "insert into prediction_totals (model_version_id, count, result_sum, known, zeros) values (?, 0, 0, 0, 0)",
                ids.get(0));
        sql("insert into prediction_keys (model_version_id, key, predicted_at) values (?, 'k', now())", ids.get(1));
        assertEquals(204, owner.delete(model).statusCode());
        for (Integer id : ids) {
            assertEquals(
                    "1",
                    asked(
                            "select count(*) from audit_entries e join audit_changes c on c.entry_id = e.id where e.room = 'versions' "
                                    + "and e.action = 'delete' and e.object = ? and c.field = 'label' and c.after is null",
                            id.toString()));
            assertEquals(
                    "0",
                    asked(
                            "select count(*) from (select model_version_id from prediction_totals union all "
                                    + "select model_version_id from prediction_keys) kept where model_version_id = ?",
                            id));
        }
    }

    @Test
    void nobody_puts_a_record_into_a_project_of_others() throws Exception {
        sql("delete from project_members where project_id = ? and role <> 'owner'", project);
        String there = "{\"project\":{\"id\":" + project + "}";
        int own = theirs.create("models", "{\"name\":\"" + Program.name("own") + "\"}");
        HttpResponse<String> moved = theirs.patch("models/" + own, "*", there + "}");
        assertEquals("/project", refused(422, moved).at("/errors/0/pointer").asText());
        String made = there + ",\"sizeMb\":1,\"name\":\"" + Program.name("own") + "\"}";
        assertEquals(
                "/project",
                refused(422, theirs.post("datasets", Program.JSON, made))
                        .at("/errors/0/pointer")
                        .asText());
        assertEquals("t", asked("select project_id is null from models where id = ?", own));
    }

    private static void unchanged() throws Exception {
        String before = state();
        for (String path : List.of("projects/" + project, model, dataset, model + "/versions/1")) {
            assertEquals(200, theirs.get(path).statusCode(), path);
            refused(403, theirs.patch(path, "*", "{\"description\":\"theirs\"}"));
            refused(403, theirs.delete(path));
        }
        for (HttpResponse<String> answer : acts().values()) {
            refused(403, answer);
        }
        assertEquals(before, state());
    }

    /** What can be told a version, and what can be added to a model. */
    private static Map<String, HttpResponse<String>> acts() throws Exception {
        String version = model + "/versions/1";
        Map<String, HttpResponse<String>> acts = new LinkedHashMap<>();
        acts.put("create", theirs.post(model + "/versions", Program.JSON, "{\"accuracy\":0}"));
        acts.put("tell", theirs.post(version + "/predictions", Program.JSON, ROW.replace("\"k\"", "\"l\"")));
        acts.put("tell many", theirs.post(version + "/predictions", Program.NDJSON, (ROW + "\n").repeat(2_001)));
        acts.put("outcome", theirs.post(version + "/outcomes", Program.JSON, "{\"key\":\"k\",\"outcome\":7}"));
        acts.put("replace", replaced(theirs));
        return acts;
    }

    private static void become(String role) throws Exception {
        sql("delete from project_members where project_id = ? and role <> 'owner'", project);
        sql(
                "insert into project_members (project_id, user_id, role) select ?, id, ? from users where username = ?",
                project,
                role,
                member);
    }

    private static String state() throws Exception {
        return asked("""
                select string_agg(line, ' ' order by line) from (
                  select p::text as line from projects p where p.name = $1
                  union all select d::text from datasets d where d.name = $1
                  union all select m::text from models m where m.name = $1
                  union all select v::text from model_versions v join models m on m.id = v.model_id where m.name = $1
                  union all select p::text from predictions p join model_versions v on v.id = p.model_version_id
                    join models m on m.id = v.model_id where m.name = $1) lines
                """.replace("$1", "'" + name + "'"));
    }
}
