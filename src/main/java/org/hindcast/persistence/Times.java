package org.hindcast.persistence;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** Time as the database keeps it: UTC, whole microseconds. */
public final class Times {

    private Times() {}

    /** This moment, exactly as the database will return it. */
    public static OffsetDateTime now() {
        return OffsetDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS);
    }

    /** Providers disagree on the Java type of a timestamptz that a native query reads: whichever it is, in UTC; null stays null. */
    public static OffsetDateTime of(Object value) {
        if (value == null || value instanceof OffsetDateTime) {
            return (OffsetDateTime) value;
        }
        Instant instant = value instanceof Instant i ? i : ((java.util.Date) value).toInstant();
        return instant.atOffset(ZoneOffset.UTC);
    }
}
