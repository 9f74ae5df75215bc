package org.hindcast.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;

/** Signs people in by the form, as their browsers do. */
final class Entrance {

    private final URI form;

    Entrance(int port) {
        form = URI.create("http://localhost:" + port + "/signin");
    }

    /** The Cookie header of somebody who has just signed in. */
    String cookie(String login, String password) throws IOException, InterruptedException {
        CookieManager cookies = new CookieManager();
        HttpClient browser = HttpClient.newBuilder()
                .cookieHandler(cookies)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
        String page = send(browser, HttpRequest.newBuilder(form).build()).body();
        HttpResponse<String> answer = send(browser, filledIn(page, Map.of("email", login, "password", password)));
        if (answer.statusCode() != 303) {
            throw new IllegalStateException(login + " was not let in: " + answer.statusCode());
        }
        StringBuilder header = new StringBuilder();
        cookies.getCookieStore()
                .getCookies()
                .forEach(cookie -> header.append(cookie.getName())
                        .append('=')
                        .append(cookie.getValue())
                        .append("; "));
        return header.toString();
    }

    private HttpRequest filledIn(String page, Map<String, String> fields) {
        FormElement filled = (FormElement) Jsoup.parse(page, form.toString()).expectFirst("form#signin");
        fields.forEach((id, value) -> filled.expectFirst("#" + id).val(value));
        Element button = filled.expectFirst("#submit");
        StringBuilder body = new StringBuilder(encoded(button.attr("name"), button.val()));
        filled.formData().forEach(field -> body.append('&').append(encoded(field.key(), field.value())));
        return HttpRequest.newBuilder(form)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body.toString()))
                .build();
    }

    private static HttpResponse<String> send(HttpClient browser, HttpRequest request)
            throws IOException, InterruptedException {
        return browser.send(request, BodyHandlers.ofString());
    }

    private static String encoded(String name, String value) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8) + '=' + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
