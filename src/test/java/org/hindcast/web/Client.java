package org.hindcast.web;

import java.io.IOException;
import org.jsoup.Connection;
import org.jsoup.Connection.Method;
import org.jsoup.Connection.Response;
import org.jsoup.Jsoup;
import org.jsoup.nodes.FormElement;

/** Asks a server for pages as if through TLS: cookies for TLS are not sent without it, unless a client is told to. */
record Client(String address) {

    Response get(String path) throws IOException {
        return request(path).execute();
    }

    Connection request(String path) {
        return Jsoup.connect(address + path)
                .followRedirects(false)
                .ignoreHttpErrors(true)
                .ignoreContentType(true);
    }

    /** By the form, to be remembered. */
    Response signIn(String login, String password) throws IOException {
        return signIn(login, password, "");
    }

    /** The same, as a proxy passes it on. */
    Response signIn(String login, String password, String forwardedFor) throws IOException {
        Response page = get("signin");
        FormElement form = (FormElement) page.parse().expectFirst("#signin");
        form.expectFirst("#email").val(login);
        form.expectFirst("#password").val(password);
        form.expectFirst("#remember").attr("checked", "checked");
        return request("signin")
                .method(Method.POST)
                .header("X-Forwarded-For", forwardedFor)
                .data(form.formData())
                .data("submit", "submit")
                .cookies(page.cookies())
                .execute();
    }
}
