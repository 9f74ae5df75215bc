package org.hindcast.bench;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.util.Map;
import org.jsoup.Connection;
import org.jsoup.Connection.Method;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;

/** Signs people in by the form, as their browsers do. */
final class Entrance {

    private final String form;

    Entrance(int port) {
        form = "http://127.0.0.1:" + port + "/signin";
    }

    /** The Cookie header of somebody who has just signed in. */
    String cookie(String login, String password) throws IOException {
        Connection session =
                Jsoup.newSession().followRedirects(false).ignoreHttpErrors(true).timeout(60_000);
        FormElement filled = (FormElement) session.newRequest(form).get().expectFirst("form#signin");
        Map.of("email", login, "password", password)
                .forEach((id, value) -> filled.expectFirst("#" + id).val(value));
        Element button = filled.expectFirst("#submit");
        int status = session.newRequest(form)
                .method(Method.POST)
                .data(filled.formData())
                .data(button.attr("name"), button.val())
                .execute()
                .statusCode();
        if (status != 303) {
            throw new IllegalStateException(login + " was not let in: " + status);
        }
        return session.cookieStore().getCookies().stream()
                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                .collect(joining("; "));
    }
}
