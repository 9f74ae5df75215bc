package org.hindcast.web.page;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.hindcast.Refusal;
import org.hindcast.persistence.Changed;
import org.hindcast.security.SignedIn;
import org.hindcast.web.component.ErrorHandler;

/** The one place where a servlet's {@link Refusal} becomes an answer, and where the audit hears that somebody was kept out. */
@WebFilter("/*")
public class Refusals extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient SignedIn me;

    @Inject
    private transient Event<Changed> events;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            chain.doFilter(request, response);
        } catch (Refusal refusal) {
            answer(refusal, request, response);
        }
        if (response.getStatus() == HttpServletResponse.SC_FORBIDDEN && me.isAuthenticated()) {
            note(request);
        }
    }

    private static void answer(Refusal refusal, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (refusal instanceof Refusal.Forbidden) {
            request.setAttribute(ErrorHandler.LACKING, refusal.arguments().get(0));
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } else {
            boolean missing = refusal instanceof Refusal.Missing;
            response.sendError(missing ? HttpServletResponse.SC_NOT_FOUND : HttpServletResponse.SC_BAD_REQUEST);
        }
    }

    /** Under the room of the permission that was lacking, or none when it was another thing, such as a form without our token. */
    private void note(HttpServletRequest request) {
        Object lacking = request.getAttribute(ErrorHandler.LACKING);
        String permission = lacking == null ? "" : lacking.toString();
        String what = (permission + " " + request.getMethod() + " " + request.getRequestURI()).strip();
        events.fire(Changed.act(Changed.REFUSED, me.getWho(), permission.replaceFirst("\\..*", ""), null, what));
    }
}
