package org.hindcast.web.component;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.convert.Converter;
import jakarta.faces.convert.ConverterException;
import jakarta.faces.convert.FacesConverter;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/**
 * A number that must be typed: with a point or a comma, never NaN and never infinite. 0 is a number. What the reader's language
 * takes for thousands and another for a fraction, such as 1.500 in German, is asked about.
 */
@FacesConverter("hindcast.number")
public class FiniteNumber implements Converter<Object> {

    private static final String FORM = "[+-]?(\\d+([.,]\\d*)?|[.,]\\d+)([eE][+-]?\\d{1,3})?";

    @Override
    public Object getAsObject(FacesContext faces, UIComponent component, String text) {
        String typed = text == null ? "" : text.strip();
        if (typed.isEmpty()) {
            throw refused(faces, "number.missing");
        }
        return number(faces, typed);
    }

    @Override
    public String getAsString(FacesContext faces, UIComponent component, Object value) {
        char point = symbols(faces).getDecimalSeparator();
        return value == null ? "" : value.toString().replaceFirst("\\.0$", "").replace('.', point);
    }

    /** The number of a text that is not empty. */
    protected Object number(FacesContext faces, String text) {
        String plain = text.replace(',', '.');
        if (!text.matches(FORM) || !Double.isFinite(Double.parseDouble(plain))) {
            throw refused(faces, "number.notFinite");
        }
        if (isInThousands(text, faces.getViewRoot().getLocale())) {
            String whole = text.replaceAll("[.,]", "");
            String broken = getAsString(faces, null, Double.valueOf(plain));
            throw refused(faces, "number.twofold", whole, broken);
        }
        return Double.valueOf(plain);
    }

    /** Whether it stands as this language writes whole numbers from a thousand on. */
    static boolean isInThousands(String text, Locale locale) {
        char separator = DecimalFormatSymbols.getInstance(locale).getGroupingSeparator();
        return text.matches("[+-]?[1-9]\\d{0,2}([" + separator + "]\\d{3})+");
    }

    private static DecimalFormatSymbols symbols(FacesContext faces) {
        return DecimalFormatSymbols.getInstance(faces.getViewRoot().getLocale());
    }

    static ConverterException refused(FacesContext faces, String key, Object... arguments) {
        String sentence = Words.of(faces).get(key, arguments);
        return new ConverterException(new FacesMessage(FacesMessage.SEVERITY_ERROR, sentence, sentence));
    }

    /** A whole number from 0 on. */
    @FacesConverter("hindcast.whole")
    public static class Whole extends FiniteNumber {

        @Override
        protected Object number(FacesContext faces, String text) {
            boolean thousands = isInThousands(text, faces.getViewRoot().getLocale());
            String plain = thousands ? text.replaceAll("[.,]", "") : text;
            if (!plain.matches("\\d{1,9}")) {
                throw refused(faces, "number.notWhole");
            }
            return Integer.valueOf(plain);
        }
    }
}
