package org.hindcast.web.component;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Proxy;
import java.util.Map;
import org.hindcast.settings.Settings;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What makes a token good: our secret, this browser, this session. */
class CsrfTest {

    private static final String SECRET = "the secret of this server, long enough";

    @Test
    @DisplayName("S4-02 S0-02 S2-10: forms are signed with the secret, for one browser and one session")
    void a_token_is_good_for_one_secret_one_browser_and_one_session() throws Exception {
        String token = csrf(SECRET, "browser", "session").getToken();
        assertEquals(token, csrf(SECRET, "browser", "session").getToken());
        assertNotEquals(token, csrf("another" + SECRET, "browser", "session").getToken());
        assertNotEquals(token, csrf(SECRET, "another browser", "session").getToken());
        assertNotEquals(token, csrf(SECRET, "browser", "another session").getToken());
        assertNotEquals(token, csrf(SECRET, "browser", null).getToken());
    }

    private static Csrf csrf(String secret, String browser, String session) throws ReflectiveOperationException {
        Constructor<Settings> settings = Settings.class.getDeclaredConstructor(Map.class);
        settings.setAccessible(true);
        Csrf csrf = new Csrf();
        set(csrf, "settings", settings.newInstance(Map.of("HINDCAST_SECRET", secret)));
        set(csrf, "cookies", new Cookies() {
            @Override
            public String get(String name) {
                return browser;
            }
        });
        HttpSession known = session == null ? null : answering(HttpSession.class, session);
        set(csrf, "request", answering(HttpServletRequest.class, known));
        return csrf;
    }

    /** Gives that answer to every question. */
    private static <T> T answering(Class<T> type, Object answer) {
        return type.cast(Proxy.newProxyInstance(
                CsrfTest.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> answer));
    }

    private static void set(Csrf csrf, String name, Object value) throws ReflectiveOperationException {
        Field field = Csrf.class.getDeclaredField(name);
        field.setAccessible(true);
        field.set(csrf, value);
    }
}
