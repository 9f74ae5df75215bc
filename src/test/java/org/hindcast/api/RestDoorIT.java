package org.hindcast.api;

import static org.hindcast.api.Answers.asked;
import static org.hindcast.api.Answers.hash;
import static org.hindcast.api.Answers.refused;
import static org.hindcast.api.Answers.sql;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.hindcast.support.Hindcast;
import org.hindcast.support.Visitor;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who comes in at the door for programs, and how those are told who don't. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
@Tag("thread")
class RestDoorIT {

    private static final List<String> PATHS = List.of(
            "projects",
            "datasets",
            "models",
            "models/1",
            "models/1/versions",
            "models/1/versions/1",
            "models/1/versions/1/predictions",
            "models/1/versions/1/series",
            "models/1/versions/1/scores",
            "nothing");

    private static Program administrator;

    @BeforeAll
    static void token() throws Exception {
        administrator = Program.ofAdministrator();
    }

    @Test
    void nobody_comes_in_without_a_token() throws Exception {
        Program nobody = new Program(null);
        for (String path : PATHS) {
            refused(401, nobody.get(path));
            refused(401, nobody.post(path, Program.JSON, "{}"));
            refused(401, nobody.delete(path));
        }
        for (String token : List.of("", "x", "hc_", "hc_" + "0".repeat(49), "null")) {
            HttpResponse<String> answer = new Program(token).get("models");
            refused(401, answer);
            assertTrue(
                    answer.headers().firstValue("WWW-Authenticate").orElse("").startsWith("Bearer"));
        }
    }

    @Test // SEC-12
    void a_session_opens_nothing_here_and_gets_no_cookie() throws Exception {
        Visitor signedIn = Program.asAdministrator();
        assertEquals(200, signedIn.get("").statusCode());
        for (String path : PATHS) {
            assertEquals(401, signedIn.get("api/v1/" + path).statusCode(), path);
            assertFalse(signedIn.get("api/v1/" + path).hasHeader("Set-Cookie"), path);
            assertTrue(
                    administrator.get(path).headers().firstValue("Set-Cookie").isEmpty(), path);
        }
    }

    @Test // SEC-12
    void no_other_site_is_let_in_through_a_browser() throws Exception {
        for (String method : List.of("OPTIONS", "GET", "POST")) {
            for (Program asking : List.of(administrator, new Program(null))) {
                HttpResponse<String> answer = Program.send(asking.request("models")
                        .header("Origin", "https://evil.example")
                        .header("Access-Control-Request-Method", "POST")
                        .header("Access-Control-Request-Headers", "authorization")
                        .method(method, BodyPublishers.noBody()));
                assertFalse(
                        answer.headers().map().keySet().stream()
                                .anyMatch(name ->
                                        name.toLowerCase(java.util.Locale.ROOT).startsWith("access-control")),
                        method + answer.headers());
            }
        }
    }

    @Test // SEC-11
    void nobody_is_told_what_the_door_is_made_of() throws Exception {
        refused(404, administrator.get("../application.wadl"));
        HttpResponse<String> options =
                Program.send(administrator.request("models").method("OPTIONS", BodyPublishers.noBody()));
        assertTrue(options.headers().firstValue("Allow").orElse("").contains("POST"), options.toString());
        assertFalse(options.body().toLowerCase(java.util.Locale.ROOT).contains("jersey"), options.body());
    }

    @Test // SEC-3
    void a_scope_opens_what_it_names_and_no_more() throws Exception {
        Visitor person = Program.asAdministrator();
        Program reader = new Program(Program.token(person, "read"));
        Program writer = new Program(Program.token(person, "write"));
        Program teller = new Program(Program.token(person, "predictions:write"));
        String version = administrator.version();
        String prediction = "{\"predictedAt\":\"2026-01-01T00:00:00Z\",\"input\":1,\"result\":1}";

        assertEquals(200, reader.get("models").statusCode());
        refused(403, reader.post("models", Program.JSON, "{}"));
        refused(403, reader.post(version + "/predictions", Program.JSON, prediction));
        refused(403, reader.delete(version));

        refused(403, writer.get("models"));
        assertEquals(
                201,
                writer.post("projects", Program.JSON, "{\"name\":\"" + Program.name("p") + "\"}")
                        .statusCode());

        assertEquals(
                200,
                teller.post(version + "/predictions", Program.JSON, prediction).statusCode());
        refused(403, teller.get(version));
        refused(403, teller.patch(version, "*", "{}"));
    }

    @Test
    void a_token_never_does_what_its_owner_may_not() throws Exception {
        Visitor member = Program.asMember(Program.name("member"));
        Program theirs = new Program(Program.token(member, "read", "write", "predictions:write"));
        String foreign = administrator.version();
        assertEquals(200, theirs.get(foreign).statusCode());
        refused(403, theirs.patch(foreign, "*", "{\"label\":\"mine\"}"));
        refused(403, theirs.delete(foreign));
        refused(403, theirs.post(foreign + "/predictions", Program.JSON, "[]"));
        refused(403, theirs.post(foreign + "/outcomes", Program.JSON, "[]"));
        assertEquals(
                200, theirs.patch(theirs.version(), "*", "{\"label\":\"mine\"}").statusCode());
    }

    @Test // SEC-15, SEC-16
    void a_token_ends_when_it_is_revoked_or_expires_or_its_owner_is_kept_out() throws Exception {
        String name = Program.name("ends");
        Visitor member = Program.asMember(name);
        String revoked = Program.token(member, "read");
        assertEquals(200, new Program(revoked).get("models").statusCode());
        Document page = member.page("account/tokens");
        assertFalse(page.text().contains(revoked));
        member.press(page, "#tokens input[type=submit], #tokens button", Map.of());
        refused(401, new Program(revoked).get("models"));

        String expired = Program.token(member, "read");
        sql("update tokens set expires_at = now() - interval '1 second' where hash = ?", hash(expired));
        refused(401, new Program(expired).get("models"));

        String disabled = Program.token(member, "read");
        assertEquals(200, new Program(disabled).get("models").statusCode());
        sql("update users set active = false where username = ?", name);
        refused(401, new Program(disabled).get("models"));
        sql("update users set active = true, session_epoch = session_epoch + 1 where username = ?", name);
        refused(401, new Program(disabled).get("models"));
    }

    @Test // SEC-16
    void the_database_holds_no_usable_secret_and_the_last_use() throws Exception {
        String token = Program.token(Program.asAdministrator(), "read");
        assertTrue(token.matches("hc_[0-9A-Za-z]{49}"), token);
        String row = "select coalesce(last_used_at::text, 'never') || hash from tokens where hash = ?";
        assertTrue(asked(row, hash(token)).startsWith("never"));
        new Program(token).get("models");
        assertFalse(asked(row, hash(token)).startsWith("never"));
        assertEquals("0", asked("select count(*) from tokens t where t::text like '%' || ? || '%'", token));
    }

    @Test // SEC-11
    void every_failure_is_a_problem_without_a_word_about_the_inside() throws Exception {
        String project = "projects/" + administrator.create("projects", "{\"name\":\"" + Program.name("p") + "\"}");
        refused(404, administrator.get("nothing"));
        refused(404, administrator.get("models/987654321"));
        refused(404, administrator.get("models/x"));
        refused(404, administrator.get("models/99999999999999"));
        refused(405, administrator.post(project, Program.JSON, "{}"));
        refused(415, administrator.post("projects", "text/plain", "{}"));
        refused(415, administrator.post("projects", "application/xml", "<a/>"));
        refused(
                406,
                Program.send(administrator
                        .request("projects")
                        .header("Accept", "image/png")
                        .GET()));
        refused(400, administrator.post("projects", Program.JSON, "{\"name\":"));
        refused(400, administrator.post("projects", Program.JSON, ""));
        refused(400, administrator.post("projects", Program.JSON, "[]"));
        refused(400, administrator.post("projects", Program.JSON, "{\"name\":\"a\",\"name\":\"b\"}"));
        refused(428, administrator.patch(project, null, "{}"));
        refused(412, administrator.patch(project, "\"77\"", "{}"));
        refused(412, administrator.patch(project, "W/\"1\"", "{}"));
        refused(422, administrator.patch(project, "*", "{\"name\":\"\"}"));
    }

    @Test // SEC-22
    void what_is_too_large_or_too_deep_is_refused() throws Exception {
        String million = "{\"description\":\"" + "x".repeat(1_100_000) + "\"}";
        refused(413, administrator.post("projects", Program.JSON, million));
        refused(413, administrator.post("projects", Program.JSON, streamed(million)));
        refused(400, administrator.post("projects", Program.JSON, "[".repeat(65) + "]".repeat(65)));
        refused(400, administrator.post("projects", Program.JSON, "{\"a\":".repeat(20_000)));
        String version = administrator.version() + "/predictions";
        refused(400, administrator.post(version, Program.JSON, deep(20_000)));
        refused(400, administrator.post(version, Program.JSON, deep(66)));
        assertEquals(200, administrator.post(version, Program.JSON, deep(60)).statusCode());
    }

    @Test
    void the_description_is_open_to_everybody() throws Exception {
        HttpResponse<String> answer = new Program(null).get("openapi.json");
        assertEquals(200, answer.statusCode());
        assertEquals("3.1.0", Program.json(answer).get("openapi").asText());
    }

    @Test
    void a_foreign_host_is_refused() throws Exception {
        try (Socket socket = new Socket(Hindcast.url().getHost(), Hindcast.url().getPort())) {
            socket.getOutputStream()
                    .write("GET /api/v1/models HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(answer.startsWith("HTTP/1.1 400"), answer);
            assertFalse(answer.contains("evil"), answer);
        }
    }

    private static String deep(int levels) {
        return "{\"predictedAt\":\"2026-01-01T00:00:00Z\",\"result\":1,\"input\":" + "[".repeat(levels)
                + "]".repeat(levels) + "}";
    }

    private static java.net.http.HttpRequest.BodyPublisher streamed(String body) {
        return BodyPublishers.ofInputStream(
                () -> new java.io.ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
    }
}
