package org.hindcast.web.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.hindcast.support.Await;
import org.hindcast.support.Hindcast;
import org.hindcast.support.Person;
import org.hindcast.support.Visitor;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jsoup.Connection;
import org.jsoup.Connection.Method;
import org.jsoup.Connection.Response;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Predictions and outcomes come in from a file: seen first, then all or none. */
@ArquillianTest
@RunAsClient
class UploadPageIT {

    private static final String HEAD = "predictedAt,input,result,key\n";

    private static Visitor owner;
    private static int version;

    @BeforeAll
    static void a_model_with_a_version() throws Exception {
        Person person = Person.registered();
        owner = person.signedIn();
        Response model = owner.press(owner.page("models?do=create"), "#save", Map.of("name", person.username()));
        String form = "versions?do=create&model=" + number(model);
        version = number(owner.press(owner.page(form), "#save", Map.of("accuracy", "0.5")));
    }

    @Test
    void a_file_is_looked_through_first_and_then_stored_once() throws Exception {
        String file = HEAD + line("once-1") + line("once-2");
        Document seen = send("a.csv", "predictions", file);
        assertEquals("Import 2 predictions", seen.expectFirst("#import").text());
        assertEquals(2, seen.select("#first tbody tr").size());
        assertEquals("0", stored("once-%"));
        assertTrue(imported(seen).contains("2 predictions were stored, none was here already"));
        assertEquals("2", stored("once-%"));
        assertTrue(
                imported(send("a.csv", "predictions", file)).contains("No prediction was stored, 2 were here already"));
        assertEquals(
                "2",
                Person.asked(
                        "select count(*) from audit_entries where room = 'versions' and action = 'import' and object = '"
                                + version + "' and name like 'a.csv: %'"));
    }

    @Test
    void wrong_lines_are_told_and_nothing_can_be_imported() throws Exception {
        Document seen = send(
                "a.csv", "predictions", HEAD + line("wrong") + "yesterday,a,1,b\n" + HEAD.replace('\n', ',') + "\n");
        assertTrue(seen.select("#import").isEmpty());
        assertEquals(
                List.of(
                        "3 predictedAt This must be a time with its zone, such as 2026-01-31T12:00:00Z.",
                        "4 The first line has 4 columns, this one has 5."),
                seen.select("#errors tbody tr").eachText());
        assertEquals("0", stored("wrong"));
    }

    @Test
    void each_line_of_objects_is_told_what_is_wrong_with_it() throws Exception {
        imported(send("a.csv", "predictions", HEAD + line("known")));
        Document seen = send(
                "a.NDJSON",
                "outcomes",
                "{\"key\":\"known\",\"outcome\":2}\n{\"key\":\"unknown\",\"outcome\":2}\n<script>\n{\"key\":\"known\",\"outcome\":\"2\"}\n");
        assertEquals(
                List.of(
                        "2 key There is no such prediction.",
                        "3 This cannot be read as JSON.",
                        "4 outcome This must be a number."),
                seen.select("#errors tbody tr").eachText());
        assertTrue(imported(send("a.ndjson", "outcomes", "{\"key\":\"known\",\"outcome\":2}"))
                .contains("1 outcome was stored"));
        assertEquals(
                "2",
                Person.asked("select outcome from predictions where key = 'known' and model_version_id = " + version));
    }

    @Test // S2-32
    void the_time_of_an_outcome_is_corrected_alone_by_file_and_by_form() throws Exception {
        imported(send("a.csv", "predictions", HEAD + line("dated")));
        imported(send("a.ndjson", "outcomes", "{\"key\":\"dated\",\"outcome\":2}"));
        String again = "key,outcome,outcomeAt\ndated,2,2026-02-03T00:00:00Z\n";
        assertTrue(imported(send("a.csv", "outcomes", again)).contains("1 outcome was stored"));
        String id = Person.asked("select id from predictions where key = 'dated' and model_version_id = " + version);
        String address = "prediction?version=" + version + "&at=2026-01-31T12:00:00Z&id=" + id;
        Registry.send(owner, address, "#tell", Map.of("outcomeAt", "2026-03-03T10:00"));
        assertEquals(
                "2026-03-03T10:00:00",
                owner.page(address).expectFirst("#outcomeAt").val());
    }

    @Test
    void what_is_no_such_file_is_told_beside_the_field() throws Exception {
        assertTrue(problem("a.xlsx", "x").contains("neither CSV nor NDJSON"));
        assertEquals("Choose a file.", problem("", ""));
        assertTrue(send("a.csv", "predictions", "").text().contains("The file holds no rows."));
        assertTrue(send("a.csv", "predictions", HEAD).text().contains("The file holds no rows."));
        assertTrue(send("a.csv", "predictions", HEAD.replace(',', ';')).text().contains("by commas"));
        assertTrue(send("a.csv", "predictions", "surprise\n1\n").text().contains("There is no column surprise here."));
    }

    @Test // SEC-10
    void strangers_to_the_model_neither_send_nor_see() throws Exception {
        String file = send("a.csv", "predictions", HEAD + line("mine"))
                .expectFirst("input[name=id]")
                .val();
        Visitor other = Person.registered().signedIn();
        assertEquals(403, other.get("upload?version=" + version).statusCode());
        assertEquals(
                403, other.get("do/upload?version=" + version + "&id=" + file).statusCode());
        assertEquals(
                403,
                other.request("do/upload?version=" + version)
                        .method(Method.POST)
                        .data("act", "import")
                        .data("id", file)
                        .execute()
                        .statusCode());
        assertEquals(404, owner.get("upload?version=999999999").statusCode());
        assertTrue(owner.page("upload?version=" + version + "&id=none").text().contains("not here any more"));
    }

    @Test // SEC-2
    void who_may_not_change_a_model_any_more_imports_nothing_into_it() throws Exception {
        Document seen = send("a.csv", "predictions", HEAD + line("late"));
        int other = Registry.version(owner, Registry.model(owner, Registry.name("other")), Map.of("accuracy", "1"));
        String ours = " from models where id = (select model_id from model_versions where id = " + version + ")";
        String mine = Person.asked("select owner_id" + ours);
        String give = "update models set owner_id = %s where id = (select id" + ours + ") returning 1";
        Person.asked(give.formatted("1"));
        try {
            seen.expectFirst("form:has(#import) input[name=version]").val(String.valueOf(other));
            over(seen);
            assertEquals("0", stored("late"));
        } finally {
            Person.asked(give.formatted(mine));
        }
    }

    @Test // SEC-25
    void what_the_audit_cannot_write_down_is_not_stored() throws Exception {
        Document seen = send("unlucky.csv", "predictions", HEAD + line("unlucky"));
        Person.asked("alter table audit_entries add constraint lucky check (name not like 'unlucky%') not valid");
        try {
            assertTrue(over(seen).select(".flash.success").isEmpty());
            assertEquals("0", stored("unlucky"));
        } finally {
            Person.asked("alter table audit_entries drop constraint lucky");
        }
    }

    @Test // S2-10
    void no_file_is_taken_without_our_token() throws IOException {
        Response refused = owner.request("do/upload?version=" + version)
                .method(Method.POST)
                .data("file", "a.csv", new ByteArrayInputStream(HEAD.getBytes(UTF_8)))
                .execute();
        assertEquals(403, refused.statusCode());
    }

    @Test
    @DisplayName("SEC-22: a file larger than anybody reads, or one in more than a thousand parts, is refused")
    void no_more_is_read_than_a_file_may_have() throws Exception {
        Connection parts = owner.request("do/upload?version=" + version).method(Method.POST);
        for (int part = 0; part < 1_001; part++) {
            parts.data("part" + part, "a", new ByteArrayInputStream(new byte[1]));
        }
        assertEquals(413, parts.execute().statusCode());
        Connection unbound = owner.request("do/upload?version=" + version).method(Method.POST);
        for (String type : List.of("multipart/form-data", "multipart/form-data; boundary=", "text/plain", "a/b; c")) {
            int status = unbound.header("Content-Type", type)
                    .requestBody("--b")
                    .execute()
                    .statusCode();
            assertTrue(status >= 400 && status < 500, type + ": " + status);
        }
        try (Socket socket = new Socket(Hindcast.url().getHost(), Hindcast.url().getPort())) {
            socket.setSoTimeout(20_000);
            String head = "POST /do/upload?version=%d HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n"
                    + "Cookie: hindcast-session=%s\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 300000000\r\n\r\n--b\r\n";
            socket.getOutputStream()
                    .write(head.formatted(version, owner.cookie("hindcast-session"))
                            .getBytes(UTF_8));
            assertEquals("HTTP/1.1 413", new String(socket.getInputStream().readNBytes(12), UTF_8));
        }
    }

    private static String problem(String name, String file) throws IOException {
        return send(name, "predictions", file).expectFirst("#file-note.error").text();
    }

    private static Document send(String name, String kind, String file) throws IOException {
        String path = "upload?version=" + version;
        Element csrf = owner.page(path).expectFirst("form[enctype] input[name=csrf]");
        Response answer = owner.request("do/upload")
                .method(Method.POST)
                .data("csrf", csrf.val())
                .data("version", String.valueOf(version))
                .data("kind", kind)
                .data("file", name, new ByteArrayInputStream(file.getBytes(UTF_8)))
                .execute();
        assertEquals(303, answer.statusCode());
        return owner.page(answer.header("Location").substring(1));
    }

    /** What the page says when the import is over. */
    private static String imported(Document seen) throws Exception {
        return over(seen).expectFirst(".flash.success").text();
    }

    private static Document over(Document seen) throws Exception {
        String path = owner.press(seen, "#import", Map.of()).header("Location").substring(1);
        Await.until(() -> owner.get("do/" + path).body().contains("\"over\":true"));
        return owner.page(path);
    }

    private static String stored(String keys) throws SQLException {
        return Person.asked(
                "select count(*) from predictions where key like '" + keys + "' and model_version_id = " + version);
    }

    private static String line(String key) {
        return "2026-01-31T12:00:00Z,a,1," + key + "\n";
    }

    private static int number(Response created) {
        return Integer.parseInt(created.header("Location").replaceFirst(".*[?&](?:id|version)=(\\d+).*", "$1"));
    }
}
