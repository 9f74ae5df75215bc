package org.hindcast.support;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jsoup.Connection.Response;
import org.jsoup.nodes.Document;

/** Somebody with an account of their own, made for one test. */
public record Person(String username, String email, String password) {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    /** Somebody whom no other test knows and who has no account yet. */
    public static Person stranger() {
        String name = "p" + Long.toString(System.nanoTime(), 36) + NUMBER.incrementAndGet();
        return new Person(name, name + "@example.org", "a password of " + name);
    }

    /** Somebody who registered. */
    public static Person registered() throws IOException {
        Person person = stranger();
        Response answer = person.register(new Visitor(), Map.of());
        if (answer.statusCode() != 303) {
            throw new AssertionError("Nobody could register: " + answer.parse().text());
        }
        return person;
    }

    /** Fills in the registration form, with some fields otherwise, and sends it. */
    public Response register(Visitor visitor, Map<String, String> otherwise) throws IOException {
        Map<String, String> fields = new HashMap<>(Map.of(
                "firstName", "Ada",
                "lastName", "Lovelace",
                "username", username,
                "email", email,
                "password", password,
                "confirm", password));
        fields.putAll(otherwise);
        return visitor.press(visitor.page("register"), "#submit", fields);
    }

    /** A visitor who signed in as this person. */
    public Visitor signedIn() throws IOException {
        Visitor visitor = new Visitor();
        Response answer = signIn(visitor, email, password);
        if (answer.statusCode() != 303) {
            throw new AssertionError("Nobody could sign in as " + username);
        }
        return visitor;
    }

    /** The same, in a browser that is to remember it. */
    public Visitor remembered() throws IOException {
        Visitor visitor = new Visitor();
        Document form = visitor.page("signin");
        form.expectFirst("#remember").attr("checked", "checked");
        visitor.press(form, "#submit", Map.of("email", email, "password", password));
        return visitor;
    }

    public static Response signIn(Visitor visitor, String login, String password) throws IOException {
        return visitor.press(visitor.page("signin"), "#submit", Map.of("email", login, "password", password));
    }

    /** From the next request on this person may do just this. */
    public void onlyMay(String... permissions) throws SQLException {
        asked("delete from user_roles using users where user_id = id and username = ? returning 1", username);
        asked(
                "with r as (insert into roles (name) values (?) returning id), "
                        + "p as (insert into role_permissions select id, unnest(string_to_array(?, ',')) from r) "
                        + "insert into user_roles select u.id, r.id from users u, r where u.username = ? returning 1",
                username + System.nanoTime(),
                String.join(",", permissions),
                username);
    }

    /** What the database holds of this person in that column. */
    public String stored(String column) throws SQLException {
        return asked("select " + column + " from users where username = ?", username);
    }

    /** The first column of the first row, null when there is none. */
    public static String asked(String sql, Object... parameters) throws SQLException {
        try (Connection connection = Hindcast.database();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            statement.execute();
            ResultSet rows = statement.getResultSet();
            return rows != null && rows.next() ? rows.getString(1) : null;
        }
    }
}
