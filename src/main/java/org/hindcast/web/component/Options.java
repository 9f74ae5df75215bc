package org.hindcast.web.component;

import jakarta.faces.component.FacesComponent;
import jakarta.faces.context.FacesContext;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * What may be picked in a {@code <select>}, {@code <hc:options value="..." picked="..."/>}: numbers and names; without any a dash.
 * In Java, because lists to pick from are long.
 */
@FacesComponent("hindcast.Options")
public class Options extends Part {

    @Override
    public void encodeBegin(FacesContext faces) throws IOException {
        Html html = Html.of(faces);
        Object picked = get("picked");
        if (picked == null) {
            html.open("option", "value", "").text("–").close("option");
        }
        for (Object option : (List<?>) get("value")) {
            Map.Entry<?, ?> entry = (Map.Entry<?, ?>) option;
            String selected = entry.getKey().equals(picked) ? "selected" : null;
            html.open("option", "value", entry.getKey().toString(), "selected", selected);
            html.text(entry.getValue().toString()).close("option");
        }
    }
}
