package org.hindcast.support;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.util.Map;
import org.jsoup.Connection;
import org.jsoup.Connection.Method;
import org.jsoup.Connection.Response;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;

/** Signs people in by the form, as their browsers do. */
public final class Entrance {

    private final String base;

    public Entrance(int port) {
        base = "http://127.0.0.1:" + port;
    }

    /** The Cookie header of somebody who has just signed in. */
    public String cookie(String login, String password) throws IOException {
        return signedIn(login, password).cookieStore().getCookies().stream()
                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                .collect(joining("; "));
    }

    /** A token with which a program may do whatever that person may. */
    public String token(String login, String password) throws IOException {
        Connection session = signedIn(login, password);
        FormElement filled = form(session, "/account/tokens", "form#create");
        filled.expectFirst("#name").val("bench");
        filled.select("input[name=scopes]").attr("checked", "checked");
        return press(session, filled, "#createToken")
                .parse()
                .expectFirst("#secret")
                .text();
    }

    /** How long a wrong password is thought about, in nanoseconds. */
    public long refusal(String login) throws IOException {
        Connection session = session();
        FormElement filled = filled(session, login, "not the password");
        long begin = System.nanoTime();
        press(session, filled, "#submit");
        return System.nanoTime() - begin;
    }

    private static Connection session() {
        return Jsoup.newSession().followRedirects(false).ignoreHttpErrors(true).timeout(60_000);
    }

    private FormElement filled(Connection session, String login, String password) throws IOException {
        FormElement form = form(session, "/signin", "form#signin");
        Map.of("email", login, "password", password)
                .forEach((id, value) -> form.expectFirst("#" + id).val(value));
        return form;
    }

    private Connection signedIn(String login, String password) throws IOException {
        Connection session = session();
        int status = press(session, filled(session, login, password), "#submit").statusCode();
        if (status != 303) {
            throw new IllegalStateException(login + " was not let in: " + status);
        }
        return session;
    }

    private FormElement form(Connection session, String path, String selector) throws IOException {
        return (FormElement) session.newRequest(base + path).get().expectFirst(selector);
    }

    private static Response press(Connection session, FormElement filled, String selector) throws IOException {
        Element button = filled.expectFirst(selector);
        return session.newRequest(filled.absUrl("action").isEmpty() ? filled.baseUri() : filled.absUrl("action"))
                .method(Method.POST)
                .data(filled.formData())
                .data(button.attr("name"), button.val())
                .execute();
    }
}
