package org.hindcast.web.component;

import jakarta.faces.component.FacesComponent;
import jakarta.faces.context.FacesContext;
import java.io.IOException;
import java.time.OffsetDateTime;

/** A moment in the reader's zone, {@code <hc:time value="..."/>}; a dash for none. In Java, because tables hold hundreds of them. */
@FacesComponent("hindcast.Moment")
public class Moment extends Part {

    @Override
    public void encodeBegin(FacesContext faces) throws IOException {
        Html.of(faces).time(Formats.of(faces), (OffsetDateTime) get("value"));
    }
}
