package org.hindcast.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.hindcast.support.Hindcast;
import org.hindcast.support.Visitor;
import org.jsoup.Connection.Response;
import org.jsoup.nodes.Document;

/** A program that comes to the REST door with a token. */
final class Program {

    static final String JSON = "application/json";
    static final String NDJSON = "application/x-ndjson";
    static final String CSV = "text/csv";
    static final String PASSWORD = "a long enough password";

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    private final String token;

    Program(String token) {
        this.token = token;
    }

    /** One with all that the administrator may do. */
    static Program ofAdministrator() throws IOException {
        return new Program(token(asAdministrator(), "read", "write", "predictions:write"));
    }

    static Visitor asAdministrator() throws IOException {
        return as(Hindcast.ADMIN, Hindcast.adminPassword());
    }

    static Visitor as(String login, String password) throws IOException {
        Visitor visitor = new Visitor();
        Response answer =
                visitor.press(visitor.page("signin"), "#submit", Map.of("email", login, "password", password));
        if (answer.statusCode() != 303) {
            throw new AssertionError("Nobody could sign in as " + login + ": " + answer.statusCode());
        }
        return visitor;
    }

    /** A member who just registered. */
    static Visitor asMember(String name) throws IOException {
        Visitor visitor = new Visitor();
        Response answer = visitor.press(
                visitor.page("register"),
                "#submit",
                Map.of(
                        "firstName",
                        "Ada",
                        "lastName",
                        "Lovelace",
                        "username",
                        name,
                        "email",
                        name + "@example.org",
                        "password",
                        PASSWORD,
                        "confirm",
                        PASSWORD));
        if (answer.statusCode() != 303) {
            throw new AssertionError("Nobody could register: " + answer.parse().text());
        }
        return as(name, PASSWORD);
    }

    /** Makes a token on the page. @param scopes to tick */
    static String token(Visitor person, String... scopes) throws IOException {
        Document page = person.page("account/tokens");
        page.select("input[name=scopes]").forEach(box -> {
            if (List.of(scopes).contains(box.val())) {
                box.attr("checked", "checked");
            } else {
                box.removeAttr("checked");
            }
        });
        Document made = person.press(page, "#createToken", Map.of("name", name("token")))
                .parse();
        return made.expectFirst("#secret").text();
    }

    /** A name that no other test uses. */
    static String name(String of) {
        return of + "." + Long.toString(System.nanoTime(), 36) + NUMBER.incrementAndGet();
    }

    static JsonNode json(HttpResponse<String> answer) throws IOException {
        return MAPPER.readTree(answer.body());
    }

    HttpResponse<String> get(String path) throws Exception {
        return send(request(path).GET());
    }

    HttpResponse<String> post(String path, String type, String body) throws Exception {
        return post(path, type, BodyPublishers.ofString(body));
    }

    HttpResponse<String> post(String path, String type, BodyPublisher body) throws Exception {
        return send(request(path).header("Content-Type", type).POST(body));
    }

    HttpResponse<String> put(String path, String body) throws Exception {
        return send(request(path).header("Content-Type", JSON).PUT(BodyPublishers.ofString(body)));
    }

    HttpResponse<String> patch(String path, String match, String body) throws Exception {
        HttpRequest.Builder request = request(path).header("Content-Type", "application/merge-patch+json");
        if (match != null) {
            request.header("If-Match", match);
        }
        return send(request.method("PATCH", BodyPublishers.ofString(body)));
    }

    HttpResponse<String> delete(String path) throws Exception {
        return send(request(path).DELETE());
    }

    /** A new record, by its number. */
    int create(String path, String body) throws Exception {
        HttpResponse<String> answer = post(path, JSON, body);
        if (answer.statusCode() != 201) {
            throw new AssertionError(answer.statusCode() + " " + answer.body());
        }
        return json(answer).get("id").asInt();
    }

    /** A version of a new model, by its path. */
    String version() throws Exception {
        int model = create("models", "{\"name\":\"" + name("model") + "\"}");
        create("models/" + model + "/versions", "{\"accuracy\":0}");
        return "models/" + model + "/versions/1";
    }

    HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(Hindcast.url("api/v1/" + path)).timeout(Duration.ofMinutes(2));
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }
}
