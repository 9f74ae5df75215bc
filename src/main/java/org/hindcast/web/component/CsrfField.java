package org.hindcast.web.component;

import jakarta.faces.component.FacesComponent;
import jakarta.faces.context.FacesContext;
import java.io.IOException;

/** The hidden field that proves a form is ours, {@code <hc:csrf/>}. In Java, because every page has several. */
@FacesComponent("hindcast.CsrfField")
public class CsrfField extends Part {

    @Override
    public void encodeBegin(FacesContext faces) throws IOException {
        String token = faces.getApplication().evaluateExpressionGet(faces, "#{csrf.token}", String.class);
        Html.of(faces)
                .open("input", "type", "hidden", "name", Csrf.FIELD, "value", token)
                .close("input");
    }
}
