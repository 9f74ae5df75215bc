package org.hindcast.web.reader;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.hindcast.log.Trace;
import org.hindcast.security.SignedIn;
import org.hindcast.settings.Settings;
import org.hindcast.user.Who;
import org.hindcast.web.component.Cookies;
import org.hindcast.web.component.Formats;

/** What every page shares: its language, zone and theme, and who is reading it. */
@Named
@RequestScoped
public class Frame {

    /** Languages that the product speaks. */
    public static final List<String> LANGUAGES = List.of("en", "de");

    /** Themes besides the system's own. */
    static final List<String> THEMES = List.of("light", "dark");

    @Inject
    private SignedIn me;

    @Inject
    private Cookies cookies;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Settings settings;

    private Locale locale;
    private ZoneId zone;
    private Formats formats;

    /** The reader's choice, else the browser's wish, else English. */
    public Locale getLocale() {
        if (locale == null) {
            locale = Locale.forLanguageTag(language());
        }
        return locale;
    }

    /** {@code light} or {@code dark}; null follows the system. */
    public String getTheme() {
        String theme = cookies.get("theme");
        return THEMES.contains(theme) ? theme : null;
    }

    /** The reader's zone. */
    public ZoneId getZone() {
        if (zone == null) {
            zone = zone(me.isAuthenticated() ? me.getWho().timeZone() : "UTC");
        }
        return zone;
    }

    /** How the reader reads times and numbers. */
    public Formats getFormats() {
        if (formats == null) {
            formats = new Formats(getLocale(), getZone());
        }
        return formats;
    }

    /** The exact time in the reader's zone and language. */
    public String time(OffsetDateTime time) {
        return getFormats().time(time);
    }

    /** A whole or broken number in the reader's language. */
    public String number(Object number) {
        return getFormats().number(number);
    }

    /** Whether somebody may add themselves. */
    public boolean isRegistrationOpen() {
        return settings.registrationOpen();
    }

    /** A measured number, a dash for none. */
    public String measure(Double value) {
        return value == null ? "–" : number(value);
    }

    /** The request's name, to quote. */
    public String getRequestId() {
        return Trace.current().map(Trace::request).orElse("");
    }

    /** First letters of the reader's names. */
    public String getInitials() {
        Who who = me.getWho();
        String[] names = who.fullName().strip().split("\\s+");
        String last = names.length > 1 ? first(names[names.length - 1]) : "";
        return (first(names[0]) + last).toUpperCase(getLocale());
    }

    /** The address of this page, to come back to. */
    public String getHere() {
        String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        return request.getRequestURI() + query;
    }

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            return ZoneId.of("UTC");
        }
    }

    private static String first(String name) {
        return name.isEmpty() ? "" : name.substring(0, name.offsetByCodePoints(0, 1));
    }

    private String language() {
        String own = me.isAuthenticated() ? me.getWho().language() : "";
        String chosen = own.isEmpty() ? cookies.get("language") : own;
        if (LANGUAGES.contains(chosen)) {
            return chosen;
        }
        String wished = Locale.lookupTag(ranges(), LANGUAGES);
        return wished == null ? LANGUAGES.get(0) : wished;
    }

    /** None from words that cannot be read: of some of them Java says so by a wrong index. */
    private List<Locale.LanguageRange> ranges() {
        String header = request.getHeader("Accept-Language");
        try {
            return header == null || header.isBlank() ? List.of() : Locale.LanguageRange.parse(header);
        } catch (IllegalArgumentException | IndexOutOfBoundsException unreadable) {
            return List.of();
        }
    }
}
