package org.hindcast.web.component;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A form that creates something does it once: whoever sends it again as it was, by a double click or a reload,
 * is led where the first answer led. What was refused does not count, and other values are another wish. The last of a session
 * are remembered; strangers have none.
 */
@Named
@RequestScoped
public class Once {

    private static final String FIELD = "once";
    private static final String KEY = "hindcast.once";

    @Inject
    private HttpServletRequest request;

    @Inject
    private Notes notes;

    /** For the form that is being written: the name of this rendering, or the one it was sent with when it is shown again. */
    public String getId() {
        String sent = request.getParameter(FIELD);
        return isName(sent) ? sent : UUID.randomUUID().toString();
    }

    /** Does it, unless this form did it already; who comes while it is being done waits for that. */
    public void run(Runnable act) {
        HttpSession session = request.getSession(false);
        if (session == null || !isName(request.getParameter(FIELD))) {
            act.run();
            return;
        }
        Answer answer = sent(session).answer(request.getParameter(FIELD) + "." + values());
        synchronized (answer) {
            if (answer.address == null) {
                act.run();
                answer.address = Redirect.address();
                answer.notes = notes.pending();
            } else {
                notes.repeat(answer.notes);
                Redirect.to(answer.address);
            }
        }
    }

    private static boolean isName(String text) {
        return text != null && text.matches("[0-9a-f-]{36}");
    }

    private int values() {
        return request.getParameterMap().entrySet().stream()
                .mapToInt(field -> field.getKey().hashCode() * 31 + Arrays.hashCode(field.getValue()))
                .sum();
    }

    /** Two first forms of a session may come at once, and servers give each request another view of it. */
    private static synchronized Sent sent(HttpSession session) {
        Sent sent = (Sent) session.getAttribute(KEY);
        if (sent == null) {
            sent = new Sent();
            session.setAttribute(KEY, sent);
        }
        return sent;
    }

    /** The forms that were sent last in a session. */
    private static final class Sent implements Serializable {

        private static final long serialVersionUID = 1L;
        private static final int MOST = 50;

        private final Map<String, Answer> answers = new LinkedHashMap<>();

        synchronized Answer answer(String form) {
            if (!answers.containsKey(form) && answers.size() == MOST) {
                answers.remove(answers.keySet().iterator().next());
            }
            return answers.computeIfAbsent(form, name -> new Answer());
        }
    }

    /** Where the form led, null until it succeeded. */
    private static final class Answer implements Serializable {

        private static final long serialVersionUID = 1L;

        private String address;
        private List<String> notes;
    }
}
