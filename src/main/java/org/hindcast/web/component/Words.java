package org.hindcast.web.component;

import jakarta.faces.context.FacesContext;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import org.hindcast.Refusal;

/** The sentences that people read, in their language. */
public final class Words {

    private static final String BUNDLE = "messages";
    private static final Map<Locale, Words> KNOWN = new ConcurrentHashMap<>();

    private final ResourceBundle bundle;
    private final Map<String, String> fixed = new ConcurrentHashMap<>();

    private Words(Locale locale) {
        bundle = ResourceBundle.getBundle(
                BUNDLE, locale, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** In the language of the page that is being made. */
    public static Words of(FacesContext faces) {
        return in(
                faces.getViewRoot() == null
                        ? faces.getApplication().getDefaultLocale()
                        : faces.getViewRoot().getLocale());
    }

    /** In one of the languages that the product speaks; there are few, so each is kept. */
    public static Words in(Locale locale) {
        return KNOWN.computeIfAbsent(locale, Words::new);
    }

    /** The sentence with its arguments filled in, as {@link MessageFormat} does. */
    public String get(String key, Object... arguments) {
        return arguments.length == 0 ? fixed.computeIfAbsent(key, this::filled) : filled(key, arguments);
    }

    public String get(String key, List<Object> arguments) {
        return get(key, arguments.toArray());
    }

    /** The sentence without anything filled in, the key between question marks when there is none. */
    public String asItStands(String key) {
        return has(key) ? bundle.getString(key) : "???" + key + "???";
    }

    /** What a refusal says: a sentence made for its field, else the one for all fields. */
    public String get(Refusal refusal) {
        String own = refusal.key() + "." + refusal.field();
        return get(has(own) ? own : refusal.key(), refusal.arguments());
    }

    /** Whether there is such a sentence. */
    public boolean has(String key) {
        return bundle.containsKey(key);
    }

    /** The first of these keys that has a sentence. @throws MissingResourceException when none has */
    public String first(String... keys) {
        for (String key : keys) {
            if (has(key)) {
                return get(key);
            }
        }
        throw new MissingResourceException("No words", BUNDLE, keys[0]);
    }

    private String filled(String key, Object... arguments) {
        return new MessageFormat(bundle.getString(key), bundle.getLocale()).format(arguments);
    }
}
