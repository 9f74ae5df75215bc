package org.hindcast.web.component;

import jakarta.faces.component.FacesComponent;
import jakarta.faces.component.UIComponentBase;
import jakarta.faces.context.FacesContext;
import java.io.IOException;

/** How far something has come, {@code <hc:stage value="production"/>}; a dash before the first stage. */
@FacesComponent("hindcast.StageBadge")
public class StageBadge extends UIComponentBase {

    @Override
    public String getFamily() {
        return "hindcast";
    }

    @Override
    public void encodeBegin(FacesContext faces) throws IOException {
        String stage = String.valueOf(getAttributes().get("value"));
        switch (stage) {
            case "production" -> write(faces, stage, "badge success", "check");
            case "staging" -> write(faces, stage, "badge info", "refresh");
            case "archived" -> write(faces, stage, "badge", "file");
            default -> Html.of(faces).none();
        }
    }

    private static void write(FacesContext faces, String stage, String look, String icon) throws IOException {
        Html.of(faces)
                .open("span", "class", look)
                .icon(icon)
                .text(Words.of(faces).asItStands("stage." + stage))
                .close("span");
    }
}
