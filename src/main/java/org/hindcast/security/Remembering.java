package org.hindcast.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.hindcast.settings.Settings;
import org.hindcast.user.RememberedService;
import org.hindcast.user.RememberedService.Use;
import org.hindcast.user.Who;
import org.hindcast.user.WhoService;

/**
 * Lets a browser back in for a day without a password. The cookie holds a series and a secret; the secret is replaced at each
 * use, only its hash is kept, and an old secret used again ends the series: somebody copied it.
 */
@ApplicationScoped
class Remembering {

    private static final Duration LIFE = Duration.ofDays(1);
    private static final SecureRandom RANDOM = new SecureRandom();

    @Inject
    private Settings settings;

    @Inject
    private RememberedService remembered;

    @Inject
    private WhoService people;

    void remember(Who who, HttpServletResponse response) {
        String series = random();
        String secret = random();
        remembered.begin(who, series, secret, LIFE);
        send(response, series + "." + secret, (int) LIFE.toSeconds());
    }

    Optional<Who> recall(HttpServletRequest request, HttpServletResponse response) {
        String[] parts = cookie(request).split("\\.");
        if (parts.length != 2) {
            return Optional.empty();
        }
        String next = random();
        Optional<Use> use = remembered.use(parts[0], parts[1], next);
        Optional<Who> who = use.map(Use::user).flatMap(people::numbered).filter(Who::active);
        if (who.isEmpty()) {
            send(response, "", 0);
        } else if (use.get().replaced()) {
            send(response, parts[0] + "." + next, (int) LIFE.toSeconds());
        }
        return who;
    }

    void forget(HttpServletRequest request, HttpServletResponse response) {
        String cookie = cookie(request);
        if (!cookie.isEmpty()) {
            remembered.end(cookie.split("\\.")[0]);
            send(response, "", 0);
        }
    }

    private String cookie(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies() == null ? new Cookie[0] : request.getCookies();
        return Arrays.stream(cookies)
                .filter(cookie -> cookie.getName().equals(name()))
                .map(Cookie::getValue)
                .findFirst()
                .orElse("");
    }

    private void send(HttpServletResponse response, String value, int seconds) {
        Cookie cookie = new Cookie(name(), value);
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setSecure(settings.secureCookies());
        cookie.setAttribute("SameSite", "Lax");
        cookie.setMaxAge(seconds);
        response.addCookie(cookie);
    }

    private String name() {
        return settings.secureCookies() ? "__Host-hindcast-remember" : "hindcast-remember";
    }

    private static String random() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
