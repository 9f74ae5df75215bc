package org.hindcast.web.component;

import jakarta.faces.component.FacesComponent;
import jakarta.faces.context.FacesContext;
import java.io.IOException;

/** How far something has come, {@code <hc:stage value="production"/>}; a dash before the first stage. */
@FacesComponent("hindcast.StageBadge")
public class StageBadge extends Part {

    @Override
    public void encodeBegin(FacesContext faces) throws IOException {
        write(Html.of(faces), Words.of(faces), String.valueOf(get("value")));
    }

    /** The same, for components that are made of many parts. */
    public static void write(Html html, Words words, String stage) throws IOException {
        switch (stage) {
            case "production" -> write(html, words, stage, "badge success", "check");
            case "staging" -> write(html, words, stage, "badge info", "refresh");
            case "archived" -> write(html, words, stage, "badge", "file");
            default -> html.none();
        }
    }

    private static void write(Html html, Words words, String stage, String look, String icon) throws IOException {
        html.open("span", "class", look).icon(icon);
        html.text(words.asItStands("stage." + stage)).close("span");
    }
}
