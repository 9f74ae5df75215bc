package org.hindcast.web.component;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import java.util.Locale;

/** What a field is called: {@code users.email}, else {@code field.email}, else its own name made readable. */
@Named
@RequestScoped
public class Label {

    private Words words;

    public String of(String room, String field) {
        return of(words(), room, field);
    }

    /** The same, outside of a page. */
    public static String of(Words words, String room, String field) {
        String own = room + "." + field;
        String common = "field." + field;
        return words.has(own) || words.has(common) ? words.first(own, common) : readable(field);
    }

    /** What a room is called, as a heading. */
    public String room(String room) {
        return room(words(), room);
    }

    /** The same, outside of a page. */
    public static String room(Words words, String room) {
        return words.has("menu." + room) ? words.get("menu." + room) : readable(room);
    }

    /** What a choice is called: {@code stage.staging} in a field that ends in {@code stage}, a room by its heading, else itself. */
    public static String choice(Words words, String field, String choice) {
        String last = field.substring(field.lastIndexOf('.') + 1);
        if (last.equals("room")) {
            return room(words, choice);
        }
        String key = last + "." + choice;
        return words.has(key) ? words.get(key) : choice;
    }

    /** The choice of the reader's language. */
    public String choice(String field, String choice) {
        return choice(words(), field, choice);
    }

    /** The sentence that a room has of its own, else the one for all. */
    public String own(String room, String key) {
        return words().first(room + "." + key, "crud." + key);
    }

    /** A sentence about something that has a name. */
    public String named(String key, String name) {
        return words().get(key, name);
    }

    /** What stands under that key, else the readable last part of the key. */
    public String text(String key) {
        return words().has(key) ? words().get(key) : readable(key.substring(key.lastIndexOf('.') + 1));
    }

    /** {@code sizeMb} to {@code Size mb}. */
    static String readable(String name) {
        String spaced =
                name.replace('.', ' ').replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
        return spaced.isEmpty() ? "" : spaced.substring(0, 1).toUpperCase(Locale.ROOT) + spaced.substring(1);
    }

    private Words words() {
        if (words == null) {
            words = Words.of(FacesContext.getCurrentInstance());
        }
        return words;
    }
}
