package org.hindcast.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.hindcast.persistence.Changed;

/** The way out: nothing of the session is left behind, on the server or in the browser. */
@ApplicationScoped
public class SignOut {

    @Inject
    private SignedIn me;

    @Inject
    private Remembering remembering;

    @Inject
    private Event<Changed> events;

    /** Signs the person out who is asking. */
    public void now(HttpServletRequest request, HttpServletResponse response) throws ServletException {
        events.fire(Changed.act(
                "sign-out", me.getWho(), "users", me.getId(), me.getWho().username()));
        remembering.forget(request, response);
        request.logout();
        if (request.getSession(false) != null) {
            request.getSession(false).invalidate();
        }
    }
}
