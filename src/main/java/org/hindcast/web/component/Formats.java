package org.hindcast.web.component;

import jakarta.faces.context.FacesContext;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** How one reader reads times and numbers. Made once for a page, because making it costs more than using it. */
public final class Formats {

    private final ZoneId zone;
    private final DateTimeFormatter times;
    private final DateTimeFormatter days;
    private final NumberFormat numbers;
    private final NumberFormat powers;

    public Formats(Locale locale, ZoneId zone) {
        this.zone = zone;
        this.times = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(locale);
        this.days = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale);
        this.numbers = NumberFormat.getInstance(locale);
        this.numbers.setMaximumFractionDigits(4);
        this.powers = new DecimalFormat("0.####E0", DecimalFormatSymbols.getInstance(locale));
    }

    /** The reader's own; a page asks for them once. */
    public static Formats of(FacesContext faces) {
        return (Formats) faces.getAttributes()
                .computeIfAbsent(
                        Formats.class,
                        key -> faces.getApplication().evaluateExpressionGet(faces, "#{frame.formats}", Formats.class));
    }

    /** The exact time, in the reader's zone. */
    public String time(OffsetDateTime time) {
        return times.format(time.atZoneSameInstant(zone));
    }

    public String day(LocalDate day) {
        return days.format(day);
    }

    /** A number with at most four decimals, very large and very small broken ones in powers of ten; empty for none. */
    public String number(Object number) {
        if (number == null) {
            return "";
        }
        NumberFormat format = number instanceof Double broken && !isPlain(Math.abs(broken)) ? powers : numbers;
        return format.format(number).replace('-', '−');
    }

    private static boolean isPlain(double size) {
        return size == 0 || size >= 0.001 && size < 1e9;
    }
}
