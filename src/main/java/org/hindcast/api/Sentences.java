package org.hindcast.api;

import jakarta.ws.rs.core.HttpHeaders;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/** What is wrong, in the language that the program asks for: English or German. */
final class Sentences {

    private static final Control EXACT = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

    private static final List<Locale> KNOWN = List.of(Locale.ENGLISH, Locale.GERMAN);

    private final ResourceBundle bundle;

    Sentences(HttpHeaders headers) {
        bundle = ResourceBundle.getBundle(
                "messages", wanted(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE)), EXACT);
    }

    /** English for whoever asks in words that cannot be read: servers differ in what they make of them. */
    private static Locale wanted(String languages) {
        try {
            Locale known = Locale.lookup(LanguageRange.parse(Objects.toString(languages, "*")), KNOWN);
            return known == null ? Locale.ENGLISH : known;
        } catch (IllegalArgumentException | IndexOutOfBoundsException unreadable) {
            return Locale.ENGLISH;
        }
    }

    String get(String key, List<Object> arguments) {
        return bundle.containsKey(key)
                ? new MessageFormat(bundle.getString(key), bundle.getLocale()).format(arguments.toArray())
                : key;
    }
}
