package org.hindcast.web.page;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAmount;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hindcast.prediction.Width;

/**
 * Which stretch of time a page shows, as its address says: one of the ranges, counted back from the latest prediction, or from
 * one moment to another.
 *
 * @param name of the range, {@code own} for one from a moment to another
 * @param from where it begins
 * @param to where it ends
 */
public record Range(String name, OffsetDateTime from, OffsetDateTime to) {

    private static final Map<String, TemporalAmount> RANGES = new LinkedHashMap<>();

    static {
        RANGES.put("7d", Period.ofDays(7));
        RANGES.put("14d", Period.ofDays(14));
        RANGES.put("1m", Period.ofMonths(1));
        RANGES.put("3m", Period.ofMonths(3));
        RANGES.put("1y", Period.ofYears(1));
    }

    static final String ALL = "all";
    static final String OWN = "own";

    /** In the order of the buttons. */
    static List<String> names() {
        return List.of("7d", "14d", "1m", "3m", "1y", ALL);
    }

    /** @param span first and last prediction; @param from and @param to as typed, heeded when both are times and in order */
    static Range of(String name, String from, String to, List<OffsetDateTime> span) {
        Optional<OffsetDateTime> start = time(from);
        Optional<OffsetDateTime> end = time(to);
        if (start.isPresent() && end.isPresent() && start.get().isBefore(end.get())) {
            return new Range(OWN, start.get(), end.get());
        }
        OffsetDateTime last = span.get(1);
        TemporalAmount back = RANGES.get(name);
        return back == null ? new Range(ALL, span.get(0), last) : new Range(name, last.minus(back), last);
    }

    /** How wide the points of a chart of it are. */
    Duration width() {
        return Width.between(from, to);
    }

    /** The start of the chart's first point, unless that lies before all calendars. */
    OffsetDateTime start() {
        OffsetDateTime start = Width.start(from, width());
        return start.getYear() < 1 ? from : start;
    }

    /** The end of its last one. */
    OffsetDateTime end() {
        return Width.start(to, width()).plus(width());
    }

    /** A moment as addresses write it; empty when it is none. */
    static Optional<OffsetDateTime> time(String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            OffsetDateTime time = OffsetDateTime.parse(text).withOffsetSameInstant(ZoneOffset.UTC);
            return time.getYear() < 1 || time.getYear() > 9999 ? Optional.empty() : Optional.of(time);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
