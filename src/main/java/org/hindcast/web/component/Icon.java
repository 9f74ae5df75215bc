package org.hindcast.web.component;

import jakarta.faces.component.FacesComponent;
import jakarta.faces.context.FacesContext;
import java.io.IOException;

/** An icon of the sprite, {@code <hc:icon name="..."/>}. In Java, because a page has dozens of them. */
@FacesComponent("hindcast.Icon")
public class Icon extends Part {

    @Override
    public void encodeBegin(FacesContext faces) throws IOException {
        Html.of(faces).icon((String) get("name"));
    }
}
