package org.hindcast.web.page;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.hindcast.Refusal;
import org.hindcast.security.SignedIn;
import org.hindcast.web.reader.Picks;

/** Suggestions for a field in which a record is picked: the options of its list. */
@WebServlet("/do/suggest")
public class SuggestServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 100;

    @Inject
    private transient Picks picks;

    @Inject
    private transient SignedIn me;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String of = String.valueOf(request.getParameter("of"));
        String typed = request.getParameter("q") == null ? "" : request.getParameter("q");
        if (!me.can(of + ".read")) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        response.setContentType("text/html;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        try {
            String text = typed.replace("\0", "");
            for (Map.Entry<String, String> option :
                    picks.suggest(of, text.substring(0, Math.min(LONGEST, text.length())))) {
                response.getWriter()
                        .println("<option value=\"%s\">%s</option>"
                                .formatted(html(option.getKey()), html(option.getValue())));
            }
        } catch (Refusal.Missing e) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private static String html(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
