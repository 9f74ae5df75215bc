package org.hindcast.web.component;

import jakarta.faces.component.FacesComponent;
import jakarta.faces.context.FacesContext;
import java.io.IOException;

/**
 * The menus of language and theme, {@code <hc:preferences/>}. In Java, because every page has them. Attributes: {@code language},
 * {@code theme} (empty follows the system), {@code here} to come back to, {@code token} that proves the form.
 */
@FacesComponent("hindcast.Preferences")
public class Preferences extends Part {

    @Override
    public void encodeBegin(FacesContext faces) throws IOException {
        Html html = Html.of(faces);
        Words words = Words.of(faces);
        begin(faces, html, words.asItStands("frame.language"), "language", null);
        language(html, "en", "English");
        language(html, "de", "Deutsch");
        end(html);
        begin(faces, html, words.asItStands("frame.theme"), "sun", "data-theme-switch");
        theme(html, "system", "system", words);
        theme(html, "light", "sun", words);
        theme(html, "dark", "moon", words);
        end(html);
    }

    private void begin(FacesContext faces, Html html, String label, String icon, String mark) throws IOException {
        String action = faces.getExternalContext().getRequestContextPath() + "/do/preferences";
        html.open("details", "class", "menu");
        html.open("summary", "class", "icon-button", "aria-label", label, "title", label);
        html.icon(icon).close("summary");
        html.open("form", "class", "menu-panel", "method", "post", "action", action);
        if (mark != null) {
            html.attribute(mark, mark);
        }
        html.open("input", "type", "hidden", "name", Csrf.FIELD, "value", text("token"))
                .close("input");
        html.open("input", "type", "hidden", "name", "next", "value", text("here"))
                .close("input");
    }

    private static void end(Html html) throws IOException {
        html.close("form").close("details");
    }

    private void language(Html html, String code, String name) throws IOException {
        String pressed = String.valueOf(code.equals(text("language")));
        html.open("button", "class", "menu-item", "name", "language", "value", code, "lang", code);
        html.attribute("aria-pressed", pressed).text(name).close("button");
    }

    private void theme(Html html, String name, String icon, Words words) throws IOException {
        String current = text("theme").isEmpty() ? "system" : text("theme");
        html.open("button", "class", "menu-item", "name", "theme", "value", name);
        html.attribute("aria-pressed", String.valueOf(name.equals(current)));
        html.icon(icon).text(" " + words.asItStands("theme." + name)).close("button");
    }

    private String text(String attribute) {
        Object value = get(attribute);
        return value == null ? "" : value.toString();
    }
}
