package org.hindcast.web.account;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.hindcast.security.SignOut;
import org.hindcast.security.SignedIn;
import org.hindcast.web.component.Csrf;
import org.hindcast.web.component.Notes;

/** Ends the session, forgets the browser and goes home, where strangers are asked to sign in. Only by a form of ours. */
@WebServlet("/do/signout")
public class SignOutServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient Csrf csrf;

    @Inject
    private transient SignedIn me;

    @Inject
    private transient SignOut signOut;

    @Inject
    private transient Notes notes;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        if (me.isAuthenticated() && !csrf.isValid()) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        if (me.isAuthenticated()) {
            signOut.now(request, response);
            notes.success(response, "signout.done");
        }
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", request.getContextPath() + "/");
    }
}
