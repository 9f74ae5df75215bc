package org.hindcast.support;

import java.io.IOException;
import java.net.HttpCookie;
import java.net.URL;
import java.util.Map;
import org.jsoup.Connection;
import org.jsoup.Connection.Method;
import org.jsoup.Connection.Response;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;

/**
 * Somebody who asks Hindcast for pages without a browser: keeps cookies, fills in forms, and sees every status.
 *
 * <p>Redirects are not followed unless asked for, so that a test can look at them.
 */
public final class Visitor {

    private final Connection session = Jsoup.newSession()
            .followRedirects(false)
            .ignoreHttpErrors(true)
            .ignoreContentType(true)
            .maxBodySize(0)
            .timeout(120_000);

    /** One request for a path without a leading slash, whatever the answer. */
    public Response get(String path) throws IOException {
        return request(path).method(Method.GET).execute();
    }

    /** The page behind a path, after all redirects. */
    public Document page(String path) throws IOException {
        return request(path).followRedirects(true).get();
    }

    /** A request still to be completed: other methods, headers, a body. */
    public Connection request(String path) {
        return session.newRequest(Hindcast.url(path).toString());
    }

    /**
     * Fills in the form that the button stands in, by the names or ids of its fields, and presses the button.
     *
     * @param button a CSS query that finds one button of the page
     */
    public Response press(Document page, String button, Map<String, String> fields) throws IOException {
        Element pressed = page.expectFirst(button);
        FormElement form = (FormElement) pressed.closest("form");
        fields.forEach((field, value) -> fill(field(form, field), value));
        Connection submission = submission(form);
        if (!pressed.attr("name").isEmpty()) {
            submission.data(pressed.attr("name"), pressed.attr("value"));
        }
        return submission.execute();
    }

    private static void fill(Element field, String value) {
        if (!field.is("select")) {
            field.val(value);
            return;
        }
        for (Element option : field.select("option")) {
            option.attr("selected", option.attr("value").equals(value));
        }
    }

    /** The page that an answer redirects to. */
    public Document follow(Response redirect) throws IOException {
        String target = new URL(redirect.url(), redirect.header("Location")).toString();
        return session.newRequest(target).followRedirects(true).get();
    }

    /** What this visitor's cookie of that name holds, null when there is none. */
    public String cookie(String name) {
        return session.cookieStore().get(Hindcast.url()).stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse(null);
    }

    /** Gives this visitor a cookie, as if Hindcast had. */
    public void cookie(String name, String value) {
        HttpCookie cookie = new HttpCookie(name, value);
        cookie.setPath("/");
        cookie.setVersion(0);
        session.cookieStore().add(Hindcast.url(), cookie);
    }

    private Connection submission(FormElement form) {
        return session.newRequest(form.absUrl("action"))
                .method("get".equalsIgnoreCase(form.attr("method")) ? Method.GET : Method.POST)
                .data(form.formData());
    }

    private static Element field(FormElement form, String name) {
        return form.elements().stream()
                .filter(element -> isNamed(element, name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The form has no field " + name));
    }

    private static boolean isNamed(Element element, String name) {
        return element.attr("name").equals(name)
                || element.id().equals(name)
                || element.id().endsWith(":" + name);
    }
}
