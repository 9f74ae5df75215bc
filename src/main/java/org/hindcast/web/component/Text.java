package org.hindcast.web.component;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIComponent;
import jakarta.faces.component.html.HtmlInputSecret;
import jakarta.faces.component.html.HtmlInputTextarea;
import jakarta.faces.context.FacesContext;
import jakarta.faces.convert.Converter;
import jakarta.faces.convert.ConverterException;
import jakarta.faces.convert.FacesConverter;
import org.hindcast.persistence.Characters;

/**
 * Every text that somebody types: without the blanks around it (a password keeps them), lines ended in one way, and without
 * characters that steer terminals or that the database cannot hold.
 */
@FacesConverter(forClass = String.class)
public class Text implements Converter<String> {

    @Override
    public String getAsObject(FacesContext faces, UIComponent field, String typed) {
        if (typed == null) {
            return null;
        }
        boolean lines = field instanceof HtmlInputTextarea;
        String text = lines ? typed.replace("\r\n", "\n").replace('\r', '\n') : typed;
        String kept = field instanceof HtmlInputSecret ? text : Characters.stripped(text);
        if (kept.codePoints().anyMatch(c -> isRefused(c) && !(lines && (c == '\n' || c == '\t')))) {
            String refused = Words.of(faces).get("field.control", Fields.label(field));
            throw new ConverterException(new FacesMessage(FacesMessage.SEVERITY_ERROR, refused, refused));
        }
        return kept;
    }

    /** Control characters, halves of pairs, and what Unicode says is no character: none may stand in a spreadsheet, some in no table. */
    private static boolean isRefused(int c) {
        return Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE || (c & 0xfffe) == 0xfffe;
    }

    @Override
    public String getAsString(FacesContext faces, UIComponent field, String value) {
        return value == null ? "" : value;
    }
}
