package org.hindcast.web.component;

import jakarta.faces.FacesException;
import jakarta.faces.component.UIComponent;
import jakarta.faces.component.UIViewRoot;
import jakarta.faces.component.html.HtmlInputText;
import jakarta.faces.component.html.HtmlInputTextarea;
import jakarta.faces.context.FacesContext;
import java.util.ArrayList;
import java.util.List;

/**
 * A text field of a form that somebody filled in, as they typed it. Where the form can't be shown any more, because its record was
 * deleted meanwhile or a permission taken away, the error page gives these back. Passwords are never among them.
 *
 * @param label of the field
 * @param text that was sent
 */
public record Typed(String label, String text) {

    /** Where the error page finds them: in the request. */
    public static final String ALL = "hindcast.typed";

    /** Keeps what this request brought for the error page that is about to answer it. */
    static void keep(FacesContext faces) {
        List<Typed> all = new ArrayList<>();
        UIViewRoot view = faces.getViewRoot();
        if (view != null && CsrfGuard.isOurForm(faces)) {
            collect(faces, view, all);
        }
        faces.getExternalContext().getRequestMap().put(ALL, all);
    }

    private static void collect(FacesContext faces, UIComponent component, List<Typed> all) {
        if (component instanceof HtmlInputText || component instanceof HtmlInputTextarea) {
            String text = faces.getExternalContext().getRequestParameterMap().get(component.getClientId(faces));
            if (text != null && !text.isBlank()) {
                all.add(new Typed(label(component), text));
            }
        }
        component.getFacetsAndChildren().forEachRemaining(child -> collect(faces, child, all));
    }

    /** A label may tell of the very record that is gone; then the field's id stands for it. */
    private static String label(UIComponent field) {
        try {
            return String.valueOf(field.getAttributes().get("label"));
        } catch (FacesException e) {
            return field.getId();
        }
    }
}
