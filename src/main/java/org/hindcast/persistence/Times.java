package org.hindcast.persistence;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Calendar;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.TimeZone;

/** Time as the database keeps it: UTC, whole microseconds. */
public final class Times {

    /** {@link Date} counts days of the Julian calendar before this. */
    private static final Instant GREGORIAN = Instant.parse("1582-10-15T00:00:00Z");

    private static final TimeZone UTC = TimeZone.getTimeZone("UTC");
    private static final long DAY_MILLIS = 86_400_000L;

    private Times() {}

    /** This moment, exactly as the database will return it. */
    public static OffsetDateTime now() {
        return OffsetDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS);
    }

    /**
     * Providers disagree on the Java type of a timestamptz that a native query reads: whichever it is, in UTC; null stays null.
     * Before 1582 only what {@link #exact} reads is right.
     */
    public static OffsetDateTime of(Object value) {
        if (value == null || value instanceof OffsetDateTime) {
            return (OffsetDateTime) value;
        }
        Instant instant = value instanceof Instant i ? i : instant(value);
        return instant.atOffset(ZoneOffset.UTC);
    }

    /** SQL that reads a time as {@link #of} takes it from any driver, whatever the century. */
    public static String exact(String column) {
        return "cast(extract(epoch from " + column + ") * 1000000 as bigint)";
    }

    private static Instant instant(Object value) {
        return value instanceof Number micros
                ? Instant.EPOCH.plus(micros.longValue(), ChronoUnit.MICROS)
                : ((Date) value).toInstant();
    }

    /** The moment so that drivers, given a {@link Timestamp}, write its Gregorian day: before 1582 they write the Julian one. */
    static Object toDriver(OffsetDateTime time) {
        Instant instant = time.toInstant();
        if (!instant.isBefore(GREGORIAN)) {
            return time;
        }
        LocalDate day = instant.atOffset(ZoneOffset.UTC).toLocalDate();
        GregorianCalendar julian = new GregorianCalendar(UTC, Locale.ROOT);
        julian.clear();
        julian.set(Calendar.ERA, day.getYear() > 0 ? GregorianCalendar.AD : GregorianCalendar.BC);
        julian.set(day.getYear() > 0 ? day.getYear() : 1 - day.getYear(), day.getMonthValue() - 1, day.getDayOfMonth());
        long away = Math.floorDiv(julian.getTimeInMillis(), DAY_MILLIS) - day.toEpochDay();
        return Timestamp.from(instant.plus(away, ChronoUnit.DAYS));
    }
}
