package org.hindcast.web.component;

import java.text.NumberFormat;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** How one reader reads times and numbers. Made once for a page, because making it costs more than using it. */
public final class Formats {

    private final ZoneId zone;
    private final DateTimeFormatter times;
    private final NumberFormat numbers;

    public Formats(Locale locale, ZoneId zone) {
        this.zone = zone;
        this.times = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(locale);
        this.numbers = NumberFormat.getInstance(locale);
    }

    /** The exact time, in the reader's zone. */
    public String time(OffsetDateTime time) {
        return times.format(time.atZoneSameInstant(zone));
    }

    /** A whole or broken number, empty for none. */
    public String number(Object number) {
        return number == null ? "" : numbers.format(number);
    }
}
