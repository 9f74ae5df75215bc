package org.hindcast.prediction;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.stream.IntStream;

/** How long the stretches are into which a chart divides time: round ones, and as many as a chart can show. */
public final class Width {

    /** So many points a chart shows at most. */
    public static final int MOST = 500;

    private static final long DAY = 86_400;
    private static final int[] ROUND = {
        1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10800, 21600, 43200, 86400
    };

    /** A Monday: weeks begin there. */
    private static final long ORIGIN =
            OffsetDateTime.of(2000, 1, 3, 0, 0, 0, 0, ZoneOffset.UTC).toEpochSecond();

    private Width() {}

    /** The shortest round width by which these moments are no more than {@link #MOST} stretches apart. */
    public static Duration between(OffsetDateTime from, OffsetDateTime to) {
        long least = Math.max(1, up(Duration.between(from, to).toSeconds(), MOST - 2));
        long seconds = IntStream.of(ROUND).filter(s -> s >= least).findFirst().orElse(0);
        if (seconds == 0) {
            long days = up(least, DAY);
            seconds = DAY * (days < 7 ? days : 7 * up(days, 7));
        }
        return Duration.ofSeconds(seconds);
    }

    /** The start of the stretch in which a moment lies. */
    public static OffsetDateTime start(OffsetDateTime moment, Duration width) {
        long since = moment.toEpochSecond() - ORIGIN;
        long start = ORIGIN + Math.floorDiv(since, width.toSeconds()) * width.toSeconds();
        return OffsetDateTime.ofInstant(java.time.Instant.ofEpochSecond(start), ZoneOffset.UTC);
    }

    private static long up(long amount, long unit) {
        return -Math.floorDiv(-amount, unit);
    }
}
