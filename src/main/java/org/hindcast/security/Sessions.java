package org.hindcast.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.util.Optional;
import org.hindcast.persistence.Changed;
import org.hindcast.user.Who;
import org.hindcast.user.WhoService;

/**
 * Who is signed in, kept by the server's session as a number and an epoch only: the person is read anew at each request, so
 * that what they may do holds from the next request on, and a disabled or deleted person is out.
 */
@ApplicationScoped
class Sessions {

    private static final String KEY = "hindcast.session";

    @Inject
    private WhoService people;

    @Inject
    private Event<Changed> events;

    /** The person of this request's session, if it has one that still holds. */
    Optional<Who> current(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        Optional<Key> key = session == null ? Optional.empty() : key(session);
        Optional<Who> who =
                key.flatMap(k -> people.numbered(k.user()).filter(w -> w.active() && w.epoch() == k.epoch()));
        return key.isPresent() && who.isEmpty() ? over(session) : who;
    }

    /** None when another request of this browser ended the session a moment ago. */
    private static Optional<Key> key(HttpSession session) {
        try {
            return Optional.ofNullable((Key) session.getAttribute(KEY));
        } catch (IllegalStateException over) {
            return Optional.empty();
        }
    }

    /** Ends the session, unless another request did: several come at once. */
    private static Optional<Who> over(HttpSession session) {
        try {
            session.invalidate();
            return Optional.empty();
        } catch (IllegalStateException over) {
            return Optional.empty();
        }
    }

    /** The person of that number signed in. */
    Who signIn(HttpServletRequest request, Integer id) {
        Who who = people.numbered(id).orElseThrow();
        enter(request, who, "sign-in");
        return who;
    }

    /** Somebody came in. @param how the audit calls it */
    void enter(HttpServletRequest request, Who who, String how) {
        begin(request, who);
        events.fire(Changed.act(how, who, "users", who.id(), who.username()));
    }

    /** Begins a session anew for the person of that number. */
    void begin(HttpServletRequest request, Integer id) {
        begin(request, people.numbered(id).orElseThrow());
    }

    /** Begins a session under an id that nobody knew before. */
    void begin(HttpServletRequest request, Who who) {
        if (request.getSession(false) == null) {
            request.getSession(true);
        } else {
            request.changeSessionId();
        }
        request.getSession().setAttribute(KEY, new Key(who.id(), who.epoch()));
    }

    private record Key(Integer user, int epoch) implements Serializable {}
}
