package org.hindcast.web.component;

import jakarta.faces.component.UIComponent;
import jakarta.faces.component.UIViewRoot;
import jakarta.faces.component.html.HtmlInputText;
import jakarta.faces.component.html.HtmlInputTextarea;
import jakarta.faces.context.FacesContext;
import java.util.ArrayList;
import java.util.List;

/**
 * A field of a form that somebody filled in, as they typed it. Where no form can be shown any more, because the record was
 * deleted or the database is gone, the error page gives these back. Passwords are never among them.
 *
 * @param label of the field
 */
public record Typed(String label, String text) {

    /** Where the error page finds them: in the request. */
    public static final String ALL = "hindcast.typed";

    /** Keeps what this request brought for the error page that is about to answer it. */
    static void keep(FacesContext faces) {
        List<Typed> all = new ArrayList<>();
        UIViewRoot view = faces.getViewRoot();
        if (view != null && faces.isPostback()) {
            collect(faces, view, all);
        }
        faces.getExternalContext().getRequestMap().put(ALL, all);
    }

    private static void collect(FacesContext faces, UIComponent component, List<Typed> all) {
        if (component instanceof HtmlInputText || component instanceof HtmlInputTextarea) {
            String text = faces.getExternalContext().getRequestParameterMap().get(component.getClientId(faces));
            if (text != null && !text.isBlank()) {
                all.add(new Typed(String.valueOf(component.getAttributes().get("label")), text));
            }
        }
        component.getFacetsAndChildren().forEachRemaining(child -> collect(faces, child, all));
    }
}
