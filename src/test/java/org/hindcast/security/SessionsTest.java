package org.hindcast.security;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.lang.reflect.Field;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hindcast.user.Who;
import org.hindcast.user.WhoService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sessions that end while several requests of a browser are on their way. */
class SessionsTest {

    private static final Who ADA =
            new Who(7, "ada", "ada@x.org", "Ada L", "", "UTC", true, 1, Set.of(), Set.of(), null);

    private final Sessions sessions = new Sessions();
    private final List<Object> kept = new ArrayList<>();
    private Who now = ADA;
    private boolean readable = true;

    @BeforeEach
    void people() throws Exception {
        Field people = Sessions.class.getDeclaredField("people");
        people.setAccessible(true);
        people.set(sessions, new WhoService() {
            @Override
            public Optional<Who> numbered(Integer id) {
                return Optional.of(now);
            }
        });
        sessions.begin(request(), ADA);
    }

    @Test
    void a_session_that_holds_is_somebodys() {
        assertEquals(Optional.of(ADA), sessions.current(request()));
    }

    @Test // S1-29, SEC-15
    void one_that_another_request_ended_first_is_nobodys() {
        now = new Who(7, "ada", "ada@x.org", "Ada L", "", "UTC", true, 2, Set.of(), Set.of(), null);
        assertEquals(Optional.empty(), sessions.current(request()));
        readable = false;
        assertEquals(Optional.empty(), sessions.current(request()));
    }

    private HttpServletRequest request() {
        HttpSession session = (HttpSession) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {HttpSession.class},
                (proxy, called, arguments) -> switch (called.getName()) {
                    case "setAttribute" -> kept.add(arguments[1]);
                    case "getAttribute" -> read();
                    default -> throw new IllegalStateException("Session already invalidated");
                });
        return (HttpServletRequest) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, called, arguments) -> called.getName().equals("getSession") ? session : null);
    }

    private Object read() {
        if (!readable) {
            throw new IllegalStateException("Session already invalidated");
        }
        return kept.get(0);
    }
}
