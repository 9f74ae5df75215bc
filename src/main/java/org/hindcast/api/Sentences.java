package org.hindcast.api;

import jakarta.ws.rs.core.HttpHeaders;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/** What is wrong, in the language that the program asks for: English or German. */
final class Sentences {

    private static final Control EXACT = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

    private final ResourceBundle bundle;

    Sentences(HttpHeaders headers) {
        Locale wanted = headers.getAcceptableLanguages().get(0);
        Locale locale = wanted.getLanguage().equals("de") ? Locale.GERMAN : Locale.ENGLISH;
        bundle = ResourceBundle.getBundle("messages", locale, EXACT);
    }

    String get(String key, List<Object> arguments) {
        return bundle.containsKey(key)
                ? new MessageFormat(bundle.getString(key), bundle.getLocale()).format(arguments.toArray())
                : key;
    }
}
