package org.hindcast.web.page;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.hindcast.support.Hindcast;
import org.hindcast.support.Person;
import org.hindcast.support.Visitor;
import org.jsoup.Connection.Response;
import org.jsoup.nodes.Document;

/** What the tests of the registry's pages do again and again. */
final class Registry {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private Registry() {}

    static Visitor administrator() throws IOException {
        Visitor visitor = new Visitor();
        if (Person.signIn(visitor, Hindcast.ADMIN, Hindcast.adminPassword()).statusCode() != 303) {
            throw new AssertionError("The administrator could not sign in");
        }
        return visitor;
    }

    /** A name that no other test uses. */
    static String name(String of) {
        return of + "-" + Long.toString(System.nanoTime(), 36) + NUMBER.incrementAndGet();
    }

    /** Fills in the form of that page and sends it; the answer may be read more than once. */
    static Response send(Visitor visitor, String page, String button, Map<String, String> fields) throws IOException {
        Response answer = visitor.press(visitor.page(page), button, new HashMap<>(fields));
        answer.body();
        return answer;
    }

    /** Creates a record by its form and gives back its number. */
    static int create(Visitor visitor, String room, Map<String, String> fields) throws IOException {
        Response answer = send(visitor, room + (room.contains("?") ? "&" : "?") + "do=create", "#save", fields);
        if (answer.statusCode() != 303) {
            throw new AssertionError(
                    "Not stored: " + answer.parse().select(".error, .flash").text());
        }
        return Integer.parseInt(answer.header("Location").replaceFirst(".*[?&]id=(\\d+).*", "$1"));
    }

    /** So many people of one last name, which it gives back, with so many datasets each. */
    static String crowd(int size, int datasets) throws Exception {
        String name = name("crowd");
        Person.asked(
                "insert into users (username, email, first_name, last_name, password_hash) "
                        + "select ? || n, ? || n || '@x.org', 'C', ?, '' from generate_series(1, ?) n returning 1",
                name,
                name,
                name,
                size);
        Person.asked(
                "insert into datasets (name, size_mb, owner_id) "
                        + "select 'd' || k, k, u.id from users u, generate_series(1, ?) k where last_name = ? returning 1",
                datasets,
                name);
        return name;
    }

    static void gone(String crowd) throws Exception {
        Person.asked(
                "delete from datasets where owner_id in (select id from users where last_name = ?) returning 1", crowd);
        Person.asked("delete from users where last_name = ? returning 1", crowd);
    }

    static int dataset(Visitor visitor, String name) throws IOException {
        return create(visitor, "datasets", Map.of("name", name, "sizeMb", "12"));
    }

    static int model(Visitor visitor, String name) throws IOException {
        return create(visitor, "models", Map.of("name", name, "unit", "MW"));
    }

    static int version(Visitor visitor, int model, Map<String, String> fields) throws IOException {
        Response answer = send(visitor, "versions?do=create&model=" + model, "#save", fields);
        if (answer.statusCode() != 303) {
            throw new AssertionError(
                    "Not stored: " + answer.parse().select(".error").text());
        }
        return Integer.parseInt(answer.header("Location").replaceFirst(".*&version=(\\d+).*", "$1"));
    }

    /** What stands beside the field of that page. */
    static String error(Response answer, String field) throws IOException {
        Document page = answer.parse();
        return answer.statusCode() + " "
                + page.select("#" + field + "-error, #" + field + " ~ .error").text();
    }
}
