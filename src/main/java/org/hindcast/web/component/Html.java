package org.hindcast.web.component;

import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import java.io.IOException;

/** Markup that a component writes: whatever is given is escaped on its way out. */
final class Html {

    private final ResponseWriter writer;
    private final Assets assets;

    private Html(ResponseWriter writer, Assets assets) {
        this.writer = writer;
        this.assets = assets;
    }

    /** Into the page that is being made. */
    static Html of(FacesContext faces) {
        return new Html(faces.getResponseWriter(), Assets.of(faces));
    }

    /** @param attributes names and values in turn; those without a value are left out */
    Html open(String name, String... attributes) throws IOException {
        writer.startElement(name, null);
        for (int i = 0; i < attributes.length; i += 2) {
            if (attributes[i + 1] != null) {
                writer.writeAttribute(attributes[i], attributes[i + 1], null);
            }
        }
        return this;
    }

    Html close(String name) throws IOException {
        writer.endElement(name);
        return this;
    }

    Html text(String text) throws IOException {
        writer.writeText(text, null);
        return this;
    }

    /** A dash, where there is nothing to say. */
    Html none() throws IOException {
        return open("span", "class", "muted").text("–").close("span");
    }

    /** The icon of the sprite, as {@code <hc:icon/>} writes it. */
    Html icon(String name) throws IOException {
        open("svg", "class", "icon", "aria-hidden", "true").open("use", "href", assets.icon(name));
        return close("use").close("svg");
    }
}
