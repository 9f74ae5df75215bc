package org.hindcast.web.account;

import static org.hindcast.support.Clean.assertClean;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.hindcast.support.Hindcast;
import org.hindcast.support.Person;
import org.hindcast.support.Visitor;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jsoup.Connection.Method;
import org.jsoup.Connection.Response;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What can't be answered is said on a clean page: no trace, no class, no server, and an id to quote. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
@Tag("thread")
class ProblemIT {

    @ParameterizedTest
    @DisplayName("SEC-12: an odd or missing view state is a clean page and changes nothing")
    @ValueSource(strings = {"garbage", "12:34", "", "stateless'", "-1:-1", "<script>"})
    void an_odd_view_state_changes_nothing(String state) throws Exception {
        Person person = Person.registered();
        Visitor visitor = person.signedIn();
        Document page = visitor.page("account/account");
        page.select("[name=jakarta.faces.ViewState]").val(state);
        Response answer = visitor.press(page, "#saveProfile", Map.of("firstName", "Mallory"));
        assertTrue(answer.statusCode() < 500, String.valueOf(answer.statusCode()));
        assertClean(answer.body());
        assertEquals("Ada", person.stored("first_name"));
    }

    @ParameterizedTest
    @DisplayName("O3-14, S2-07 of the stack facts: clean pages for what can't be answered")
    @CsvSource({
        "GET, nothing-here, 404",
        "GET, do/preferences, 405",
        "POST, do/preferences, 403",
        "PUT, do/preferences, 405",
        "GET, signin?next=%00, 400",
        "GET, model?id=999999, 404",
        "GET, model?id=abc, 404",
        "GET, resources/hindcast/none.css, 404"
    })
    void what_can_not_be_answered_is_a_clean_page(String method, String path, int status) throws Exception {
        Visitor visitor = Person.registered().signedIn();
        Response answer = visitor.request(path).method(Method.valueOf(method)).execute();
        assertEquals(status, answer.statusCode());
        assertClean(answer.body());
        assertTrue(answer.parse().select("#request-id").text().matches("[0-9a-f]{12}"), "an id to quote");
    }

    @ParameterizedTest
    @DisplayName("What no browser sends gets no trace of the server")
    @ValueSource(
            strings = {
                "TRACE /signin HTTP/1.1",
                "FOO /signin HTTP/1.1",
                "GET /%00 HTTP/1.1",
                "GET /signin%00 HTTP/1.1",
                "GET /%zz HTTP/1.1",
                "GET /WEB-INF/web.xml HTTP/1.1",
                "GET /resources/%2e%2e/WEB-INF/web.xml HTTP/1.1",
                "GET /signin;jsessionid=1 HTTP/1.1"
            })
    void what_no_browser_sends_is_refused_in_silence(String line) throws Exception {
        String answer = raw(line, "127.0.0.1");
        assertTrue(answer.matches("(?s)HTTP/1.1 [2-4]\\d\\d .*"), answer);
        assertClean(answer);
    }

    @Test
    @DisplayName("SEC-17: a host that is not ours is refused, and stands in no answer")
    void a_foreign_host_is_refused() throws Exception {
        for (String path : List.of("/", "/models", "/signin")) {
            String answer = raw("GET " + path + " HTTP/1.1", "evil.example");
            assertTrue(answer.startsWith("HTTP/1.1 400"), answer);
            assertFalse(answer.contains("evil.example"));
        }
    }

    @Test
    @DisplayName("Too much at once is refused with a page")
    void a_form_larger_than_any_of_ours_is_refused() throws Exception {
        Response answer = new Visitor()
                .request("signin")
                .method(Method.POST)
                .data("email", "x".repeat(3_000_000))
                .execute();
        assertEquals(413, answer.statusCode());
        assertClean(answer.body());
    }

    @Test
    @DisplayName("SEC-22: a thousand parameters are taken, one more is not, and no form comes without its length")
    void more_parameters_than_any_form_has_are_refused() throws Exception {
        for (int size : List.of(1_000, 1_001, 20_000)) {
            String many = "p=1" + "&p=1".repeat(size - 1);
            Response form = new Visitor()
                    .request("signin")
                    .method(Method.POST)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .requestBody(many)
                    .execute();
            assertEquals(size > 1_000 ? 413 : 200, form.statusCode(), "posted " + size);
            assertClean(form.body());
        }
        for (String path : List.of("signin", "models", "api/v1/models")) {
            String many = path + "?a" + "&a".repeat(1_000);
            assertEquals(413, new Visitor().get(many).statusCode(), path);
        }
        HttpRequest endless = HttpRequest.newBuilder(Hindcast.url("signin"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[] {'a', '=', '1'})))
                .build();
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        assertEquals(413, client.send(endless, BodyHandlers.discarding()).statusCode());
    }

    private static String raw(String line, String host) throws Exception {
        try (Socket socket = new Socket("127.0.0.1", Hindcast.url().getPort())) {
            socket.setSoTimeout(20_000);
            OutputStream out = socket.getOutputStream();
            out.write(
                    (line + "\r\nHost: " + host + "\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
