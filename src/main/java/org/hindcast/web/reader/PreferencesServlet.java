package org.hindcast.web.reader;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.hindcast.security.LocalPath;
import org.hindcast.security.SignedIn;
import org.hindcast.user.UserService;
import org.hindcast.web.component.Cookies;
import org.hindcast.web.component.Csrf;

/** Keeps a choice of theme or language and goes back to the page where it was made. */
@WebServlet("/do/preferences")
public class PreferencesServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final int YEAR = 31_536_000;

    @Inject
    private transient Csrf csrf;

    @Inject
    private transient Cookies cookies;

    @Inject
    private transient SignedIn me;

    @Inject
    private transient UserService users;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!csrf.isValid()) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        String theme = request.getParameter("theme");
        if (theme != null) {
            boolean known = Frame.THEMES.contains(theme);
            cookies.set(response, "theme", known ? theme : "", known ? YEAR : 0);
        }
        String language = request.getParameter("language");
        if (language != null && Frame.LANGUAGES.contains(language)) {
            speak(language, response);
        }
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", LocalPath.or(request.getParameter("next"), "/"));
    }

    private void speak(String language, HttpServletResponse response) {
        cookies.set(response, "language", language, YEAR);
        if (me.isAuthenticated()) {
            users.speak(me.getId(), language);
        }
    }
}
