package org.hindcast.web.component;

import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import java.io.IOException;
import java.time.OffsetDateTime;

/** Markup that a component writes: whatever is given is escaped on its way out. */
public final class Html {

    private final ResponseWriter writer;
    private final Assets assets;

    private Html(ResponseWriter writer, Assets assets) {
        this.writer = writer;
        this.assets = assets;
    }

    /** Into the page that is being made. */
    public static Html of(FacesContext faces) {
        return new Html(faces.getResponseWriter(), Assets.of(faces));
    }

    /** @param attributes names and values in turn; those without a value are left out */
    public Html open(String name, String... attributes) throws IOException {
        writer.startElement(name, null);
        for (int i = 0; i < attributes.length; i += 2) {
            if (attributes[i + 1] != null) {
                writer.writeAttribute(attributes[i], attributes[i + 1], null);
            }
        }
        return this;
    }

    public Html close(String name) throws IOException {
        writer.endElement(name);
        return this;
    }

    public Html text(String text) throws IOException {
        writer.writeText(text, null);
        return this;
    }

    /** One more of the element that was just opened. */
    public Html attribute(String name, String value) throws IOException {
        writer.writeAttribute(name, value, null);
        return this;
    }

    /** A measured number as the reader writes it; a dash for none. */
    public Html number(Formats formats, Object number) throws IOException {
        return number == null ? none() : text(formats.number(number));
    }

    /** A moment in the reader's zone; a dash for none. */
    public Html time(Formats formats, OffsetDateTime time) throws IOException {
        return time == null
                ? none()
                : open("time", "datetime", time.toString())
                        .text(formats.time(time))
                        .close("time");
    }

    /** A dash, where there is nothing to say. */
    public Html none() throws IOException {
        return open("span", "class", "muted").text("–").close("span");
    }

    /** The icon of the sprite, as {@code <hc:icon/>} writes it. */
    public Html icon(String name) throws IOException {
        open("svg", "class", "icon", "aria-hidden", "true").open("use", "href", assets.icon(name));
        return close("use").close("svg");
    }
}
