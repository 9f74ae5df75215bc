package org.hindcast.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hindcast.support.Hindcast;
import org.hindcast.support.Person;
import org.hindcast.support.Statements;
import org.hindcast.support.Visitor;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jsoup.Connection.Response;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ArquillianTest
@RunAsClient
class ReadingIT {

    @DisplayName("S0-06: a page that is only read changes nothing in the database")
    @ParameterizedTest
    @ValueSource(
            strings = {"", "models", "model?id=1", "account/account", "admin/users", "admin/users?id=1", "admin/roles"})
    void reading_writes_nothing(String path) throws Exception {
        Visitor visitor = administrator();
        Statements statements = Statements.during(() -> assertEquals(
                200, visitor.request(path).followRedirects(true).execute().statusCode()));
        List<String> writing = statements.times().keySet().stream()
                .filter(sql -> sql.strip()
                        .toLowerCase(Locale.ROOT)
                        .matches("(?s)(with .*)?\\b(insert|update|delete|merge)\\b.*"))
                .toList();
        assertEquals(List.of(), writing);
        assertTrue(statements.count() > 0, "Somebody was read");
    }

    @DisplayName("S1-25: every page knows who is signed in, and none says so to a stranger")
    @ParameterizedTest
    @ValueSource(strings = {"", "models", "model?id=1", "account/account", "admin/users", "admin/schema"})
    void every_page_knows_its_reader(String path) throws Exception {
        Document mine = administrator().request(path).followRedirects(true).get();
        String email = Person.asked("select email from users where username = ?", Hindcast.ADMIN);
        assertEquals(1, mine.select(".topbar :containsOwn(" + email + ")").size(), mine.text());
        assertTrue(new Visitor().page("signin").select(".topbar .avatar").isEmpty());
    }

    @DisplayName("S0-10 S0-37: home, sign-in, register and sign-out exist")
    @ParameterizedTest
    @CsvSource({"signin, 200", "register, 200", "'', 303", "models, 303"})
    void the_pages_exist(String path, int status) throws Exception {
        assertEquals(status, new Visitor().get(path).statusCode());
    }

    @Test
    @DisplayName("S0-10: home leads on, sign-out leads away")
    void home_and_sign_out_exist() throws Exception {
        Visitor visitor = administrator();
        assertEquals(
                303,
                visitor.press(visitor.page(""), "form[action$=/do/signout] button", Map.of())
                        .statusCode());
    }

    @Test
    @DisplayName("S0-13: who is ready says so; an orchestrator may ask by any name of the machine, a person may not")
    void the_health_answers_to_any_name() throws Exception {
        assertEquals("HTTP/1.1 200 OK", ask("GET /health/ready HTTP/1.1", "10.1.2.3:8080"));
        assertEquals("HTTP/1.1 400 Bad Request", ask("GET /signin HTTP/1.1", "10.1.2.3:8080"));
    }

    private static Visitor administrator() throws Exception {
        Visitor visitor = new Visitor();
        Response answer = Person.signIn(visitor, Hindcast.ADMIN, Hindcast.adminPassword());
        assertEquals(303, answer.statusCode(), answer.body());
        return visitor;
    }

    /** The first line of the answer to a request under that name. */
    private static String ask(String request, String host) throws Exception {
        try (Socket socket = new Socket(Hindcast.url().getHost(), Hindcast.url().getPort())) {
            String head = request + "\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                    .readLine();
        }
    }
}
