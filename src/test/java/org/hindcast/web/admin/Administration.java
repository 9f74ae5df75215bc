package org.hindcast.web.admin;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.hindcast.support.Hindcast;
import org.hindcast.support.Visitor;
import org.jsoup.Connection.Response;
import org.jsoup.nodes.Document;

/** What the tests of the screens do again and again. */
final class Administration {

    static final String PASSWORD = "a long enough password";

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private Administration() {}

    /** A visitor who signed in. */
    static Visitor as(String login, String password) throws IOException {
        Visitor visitor = new Visitor();
        Response answer =
                visitor.press(visitor.page("signin"), "#submit", Map.of("email", login, "password", password));
        if (answer.statusCode() != 303) {
            throw new AssertionError("Nobody could sign in as " + login + ": " + answer.statusCode());
        }
        return visitor;
    }

    static Visitor asAdministrator() throws IOException {
        return as(Hindcast.ADMIN, Hindcast.adminPassword());
    }

    /** A name that no other test uses. */
    static String name(String of) {
        return of + "." + Long.toString(System.nanoTime(), 36) + NUMBER.incrementAndGet();
    }

    /** Registers a person on the screen and gives back their number. */
    static int person(Visitor administrator, String name) throws IOException {
        Document form = administrator.page("admin/users?do=create");
        Response answer = administrator.press(
                form,
                "#save",
                Map.of(
                        "firstName", "Grace",
                        "lastName", name,
                        "username", name,
                        "email", name + "@example.org",
                        "password", PASSWORD));
        if (answer.statusCode() != 303) {
            throw new AssertionError(
                    "The person was not stored: " + answer.parse().text());
        }
        return Integer.parseInt(answer.header("Location").replaceFirst(".*id=", ""));
    }

    /** Chooses an option of a list by what it says. */
    static void choose(Document form, String name, String option) {
        form.select("select[name=" + name + "] option")
                .forEach(each -> each.attr("selected", each.text().equals(option)));
    }

    /** The first column of the first row. */
    static String asked(String sql, Object... parameters) throws SQLException {
        try (Connection connection = Hindcast.database();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? rows.getString(1) : null;
            }
        }
    }
}
