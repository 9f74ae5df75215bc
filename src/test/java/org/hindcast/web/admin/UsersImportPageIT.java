package org.hindcast.web.admin;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.hindcast.support.Visitor;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jsoup.Connection.Method;
import org.jsoup.Connection.Response;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** People come in from a file: seen first, then all or none. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class UsersImportPageIT {

    private static final String HEAD = "username,email,first_name,last_name,roles,active\n";

    private static Visitor administrator;

    @BeforeAll
    static void signIn() throws Exception {
        administrator = Administration.asAdministrator();
    }

    @Test
    void a_file_is_looked_through_first_and_then_imported() throws Exception {
        String name = Administration.name("import");
        Document seen = send(HEAD + line(name) + line(name + "b"));
        assertEquals("Import 2 users", seen.expectFirst("#import").text());
        assertEquals(
                "First Last %1$s %1$s@example.org Member Yes".formatted(name),
                seen.select("#first tbody tr").first().text());
        assertEquals("0", Administration.asked("select count(*) from users where username = ?", name));

        Response begun = administrator.press(seen, "#import", Map.of());
        Document done = whenOver(begun.header("Location").substring(1));
        assertTrue(done.expectFirst(".flash.success").text().contains("2 users imported"), done.text());
        assertEquals("2", Administration.asked("select count(*) from users where username like ?", name + "%"));
        assertEquals(
                "1",
                Administration.asked(
                        "select count(*) from audit_entries where action = 'import' and name like ? and actor = 'admin'",
                        "people.csv: 2%"));
    }

    @Test
    void wrong_lines_are_told_and_nothing_can_be_imported() throws Exception {
        Document seen = send(HEAD + line("admin") + "x,y,,\n<script>,a@example.org,\"=1\",L,Boss,\n");
        assertTrue(seen.select("#import").isEmpty());
        List<String> errors = seen.select("#errors tbody tr").eachText();
        assertTrue(errors.contains("2 username admin Please use a different username."), errors::toString);
        assertTrue(errors.contains("4 roles Boss No role has this name."), errors::toString);
        assertTrue(errors.stream().anyMatch(error -> error.startsWith("4 username <script>")), errors::toString);
        assertTrue(
                errors.stream().anyMatch(error -> error.startsWith("3 The first line has 6 columns")),
                errors::toString);
    }

    @Test
    void what_can_not_be_read_is_told_beside_the_field() throws Exception {
        assertEquals(
                "people.csv: The file is empty.",
                send("").expectFirst("#file-note.error").text());
        assertTrue(problem("PK\u0003\u0004".getBytes(UTF_8)).contains("workbook"));
        assertTrue(problem("username;Zoë".getBytes(ISO_8859_1)).contains("UTF-8"));
        assertTrue(problem("a\u0000b".getBytes(UTF_8)).contains("no text"));
        assertTrue(problem("a,b,c".getBytes(UTF_8)).contains("username, email, first_name, last_name"));
        assertTrue(problem(new byte[(10 << 20) + 1]).contains("10 MB at most"));
    }

    @Test
    void a_file_that_is_not_there_any_more_is_asked_for_again() throws IOException {
        Document page = administrator.page("admin/users-import?id=0123456789abcdef0123456789abcdef");
        assertTrue(page.expectFirst(".flash.warning").text().contains("not here any more"));
        assertEquals(
                404,
                administrator
                        .get("do/users-import?id=0123456789abcdef0123456789abcdef")
                        .statusCode());
    }

    @Test // S2-10
    void no_file_is_taken_without_our_token() throws IOException {
        Response refused = administrator
                .request("do/users-import")
                .method(Method.POST)
                .data("file", "people.csv", new ByteArrayInputStream(HEAD.getBytes(UTF_8)))
                .execute();
        assertEquals(403, refused.statusCode());
    }

    @ParameterizedTest // SEC-10
    @CsvSource({
        "do/users-import, multipart/form-data; boundary=x, 400",
        "do/users-import, multipart/form-data, 403",
        "do/users-import, text/plain, 415",
        "do/upload?version=1, multipart/form-data; boundary=x, 400",
        "do/upload?version=1, application/json, 415",
        "account/account, multipart/form-data; boundary=x, 415",
        "account/account, text/plain, 200"
    })
    void what_is_cut_short_or_no_form_is_the_senders_mistake_and_not_ours(String path, String type, int status)
            throws IOException {
        Response answer = administrator
                .request(path)
                .method(Method.POST)
                .header("Content-Type", type)
                .requestBody("--x\r\nContent-Disp")
                .execute();
        assertEquals(status, answer.statusCode());
        assertTrue(answer.parse().expectFirst("h1").hasText(), "a page of ours");
    }

    @Test
    void who_may_not_import_sees_nothing_of_it() throws Exception {
        String name = Administration.name("importless");
        Administration.person(administrator, name);
        Visitor member = Administration.as(name, Administration.PASSWORD);
        assertEquals(403, member.get("admin/users-import").statusCode());
        assertEquals(403, member.get("do/users-import?id=1").statusCode());
        assertEquals(
                403,
                member.request("do/users-import").method(Method.POST).execute().statusCode());
        assertEquals(403, member.get("admin/schema").statusCode());
    }

    @Test
    void another_administrator_does_not_see_my_file() throws Exception {
        Document seen = send(HEAD + line(Administration.name("mine")));
        String id = seen.expectFirst("input[name=id]").val();
        String name = Administration.name("other");
        int number = Administration.person(administrator, name);
        Administration.asked(
                "insert into user_roles select ?, id from roles where name = 'Admin' returning user_id", number);
        Visitor other = Administration.as(name, Administration.PASSWORD);
        assertEquals(404, other.get("do/users-import?id=" + id).statusCode());
    }

    private static String problem(byte[] file) throws IOException {
        return send(file).expectFirst("#file-note.error").text();
    }

    private static Document send(String file) throws IOException {
        return send(file.getBytes(UTF_8));
    }

    private static Document send(byte[] file) throws IOException {
        Document page = administrator.page("admin/users-import");
        Response answer = administrator
                .request("do/users-import")
                .method(Method.POST)
                .data("csrf", page.expectFirst("form[enctype] input[name=csrf]").val())
                .data("file", "people.csv", new ByteArrayInputStream(file))
                .execute();
        assertEquals(303, answer.statusCode());
        return administrator.page(answer.header("Location").substring(1));
    }

    private static Document whenOver(String path) throws IOException {
        String state = administrator.get(path.replace("admin/", "do/")).body();
        for (int i = 0; i < 600 && state.contains("\"over\":false"); i++) {
            state = administrator.get(path.replace("admin/", "do/")).body();
        }
        assertTrue(state.contains("\"percent\":100"), state);
        return administrator.page(path);
    }

    private static String line(String name) {
        return "%1$s,%1$s@example.org,First,Last,Member,yes\n".formatted(name);
    }
}
