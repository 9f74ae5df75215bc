package org.hindcast.web.component;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.convert.Converter;
import jakarta.faces.convert.ConverterException;
import jakarta.faces.convert.FacesConverter;
import java.text.DecimalFormatSymbols;

/** A number that must be typed: with a point or a comma, never NaN and never infinite. 0 is a number. */
@FacesConverter("hindcast.number")
public class FiniteNumber implements Converter<Object> {

    private static final String FORM = "[+-]?(\\d+([.,]\\d*)?|[.,]\\d+)([eE][+-]?\\d{1,3})?";

    @Override
    public Object getAsObject(FacesContext faces, UIComponent component, String text) {
        String typed = text == null ? "" : text.strip();
        if (typed.isEmpty()) {
            throw refused(faces, "number.missing");
        }
        if (!typed.matches(FORM) || !Double.isFinite(Double.parseDouble(typed.replace(',', '.')))) {
            throw refused(faces, "number.notFinite");
        }
        return number(faces, typed.replace(',', '.'));
    }

    @Override
    public String getAsString(FacesContext faces, UIComponent component, Object value) {
        char point = DecimalFormatSymbols.getInstance(faces.getViewRoot().getLocale())
                .getDecimalSeparator();
        return value == null ? "" : value.toString().replaceFirst("\\.0$", "").replace('.', point);
    }

    /** The number of an acceptable text. */
    protected Object number(FacesContext faces, String text) {
        return Double.valueOf(text);
    }

    static ConverterException refused(FacesContext faces, String key) {
        String sentence = Words.of(faces).get(key);
        return new ConverterException(new FacesMessage(FacesMessage.SEVERITY_ERROR, sentence, sentence));
    }

    /** A whole number from 0 on. */
    @FacesConverter("hindcast.whole")
    public static class Whole extends FiniteNumber {

        @Override
        protected Object number(FacesContext faces, String text) {
            if (!text.matches("\\d{1,9}")) {
                throw refused(faces, "number.notWhole");
            }
            return Integer.valueOf(text);
        }
    }
}
