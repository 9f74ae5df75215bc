package org.hindcast.web.component;

import jakarta.faces.component.FacesComponent;
import jakarta.faces.context.FacesContext;
import java.io.IOException;

/** A measured number, {@code <hc:value value="..."/>}; a dash for none. In Java, because tables hold hundreds of them. */
@FacesComponent("hindcast.Value")
public class Value extends Part {

    @Override
    public void encodeBegin(FacesContext faces) throws IOException {
        Html.of(faces).number(Formats.of(faces), get("value"));
    }
}
