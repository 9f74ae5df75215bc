package org.hindcast.web.component;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * Messages that survive one redirect and are shown once. They travel in a cookie as key and arguments, so that strangers need
 * no session; the page writes them escaped. Kinds: info, success, warning, danger.
 */
@Named
@RequestScoped
public class Notes {

    private static final String COOKIE = "flash";
    private static final int MINUTE = 60;
    private static final int LONGEST_ARGUMENT = 200;

    @Inject
    private Cookies cookies;

    private final List<String> pending = new ArrayList<>();
    private List<Line> shown;

    public void success(String key, Object... arguments) {
        add("success", key, arguments);
    }

    /** The same, on an answer that Faces does not make. */
    public void success(HttpServletResponse response, String key) {
        cookies.set(response, COOKIE, encoded("success\u001f" + key), MINUTE);
    }

    public void info(String key, Object... arguments) {
        add("info", key, arguments);
    }

    public void warning(String key, Object... arguments) {
        add("warning", key, arguments);
    }

    public void danger(String key, Object... arguments) {
        add("danger", key, arguments);
    }

    /** What the last request left for this page; reading takes it. */
    public List<Line> getLines() {
        if (shown == null) {
            shown = read(cookies.get(COOKIE));
            if (!cookies.get(COOKIE).isEmpty()) {
                cookies.set(COOKIE, "", 0);
            }
        }
        return shown;
    }

    /** What this request has told so far, as it travels. */
    List<String> pending() {
        return List.copyOf(pending);
    }

    /** Tells what another request told. */
    void repeat(List<String> lines) {
        pending.addAll(lines);
        send();
    }

    private void add(String kind, String key, Object... arguments) {
        StringBuilder line = new StringBuilder(kind).append('\u001f').append(key);
        for (Object argument : arguments) {
            String text = String.valueOf(argument);
            line.append('\u001f').append(text, 0, Math.min(text.length(), LONGEST_ARGUMENT));
        }
        pending.add(line.toString());
        send();
    }

    private void send() {
        cookies.set(COOKIE, encoded(String.join("\u001e", pending)), MINUTE);
    }

    private static String encoded(String lines) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(lines.getBytes(StandardCharsets.UTF_8));
    }

    private static List<Line> read(String cookie) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(cookie), StandardCharsets.UTF_8);
            return Arrays.stream(text.split("\u001e"))
                    .map(line -> line.split("\u001f"))
                    .filter(Notes::isLine)
                    .map(Notes::line)
                    .toList();
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }

    private static boolean isLine(String[] parts) {
        boolean kind = List.of("info", "success", "warning", "danger").contains(parts[0]);
        return kind
                && parts.length > 1
                && Words.of(FacesContext.getCurrentInstance()).has(parts[1]);
    }

    private static Line line(String[] parts) {
        Object[] arguments = Arrays.copyOfRange(parts, 2, parts.length);
        return new Line(parts[0], Words.of(FacesContext.getCurrentInstance()).get(parts[1], arguments));
    }

    /** One message. */
    public static final class Line {
        private final String kind;
        private final String text;

        Line(String kind, String text) {
            this.kind = kind;
            this.text = text;
        }

        public String getKind() {
            return kind;
        }

        public String getText() {
            return text;
        }
    }
}
