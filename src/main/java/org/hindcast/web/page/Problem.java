package org.hindcast.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.hindcast.web.component.ErrorHandler;
import org.hindcast.web.component.Typed;

/** What went wrong, as the error page tells it. */
@Named
@RequestScoped
public class Problem {

    private static final List<Integer> TOLD = List.of(400, 403, 404, 405, 413, 500, 503);

    @Inject
    private HttpServletRequest request;

    /** The status, or the nearest one that there are words for, or {@code expired}. */
    public String getCode() {
        Object particular = request.getAttribute(ErrorHandler.PROBLEM);
        if (particular != null) {
            return particular.toString();
        }
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        int code = status instanceof Integer number ? number : 404;
        return String.valueOf(TOLD.contains(code) ? code : code >= 500 ? 500 : 400);
    }

    /** What was typed into the form that could not be taken. */
    @SuppressWarnings("unchecked")
    public List<Typed> getTyped() {
        return (List<Typed>) request.getAttribute(Typed.ALL);
    }
}
