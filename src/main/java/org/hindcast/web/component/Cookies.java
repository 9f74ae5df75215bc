package org.hindcast.web.component;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import org.hindcast.settings.Settings;

/** Small values that this browser keeps for us: never readable by scripts, sent only to this site. */
@RequestScoped
public class Cookies {

    @Inject
    private HttpServletRequest request;

    @Inject
    private Settings settings;

    /** The value, empty when there is none. */
    public String get(String name) {
        Cookie[] cookies = request.getCookies() == null ? new Cookie[0] : request.getCookies();
        return Arrays.stream(cookies)
                .filter(cookie -> cookie.getName().equals(full(name)))
                .map(Cookie::getValue)
                .findFirst()
                .orElse("");
    }

    /** @param seconds that it lives; 0 deletes it, -1 until the browser closes */
    public void set(HttpServletResponse response, String name, String value, int seconds) {
        Cookie cookie = new Cookie(full(name), value);
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setSecure(settings.secureCookies());
        cookie.setAttribute("SameSite", "Lax");
        cookie.setMaxAge(seconds);
        response.addCookie(cookie);
    }

    /** The same, on the answer that Faces is making. */
    void set(String name, String value, int seconds) {
        set(
                (HttpServletResponse)
                        FacesContext.getCurrentInstance().getExternalContext().getResponse(),
                name,
                value,
                seconds);
    }

    private String full(String name) {
        return (settings.secureCookies() ? "__Host-hindcast-" : "hindcast-") + name;
    }
}
