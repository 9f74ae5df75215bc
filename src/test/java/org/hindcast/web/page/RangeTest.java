package org.hindcast.web.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import org.hindcast.prediction.Prediction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RangeTest {

    private static final OffsetDateTime FIRST = OffsetDateTime.parse("2025-01-01T00:00Z");
    private static final OffsetDateTime LAST = OffsetDateTime.parse("2026-05-31T12:00Z");

    @ParameterizedTest // O0-13
    @CsvSource({
        "7d, 2026-05-24",
        "14d, 2026-05-17",
        "1m, 2026-04-30",
        "3m, 2026-02-28",
        "1y, 2025-05-31",
    })
    void a_range_is_counted_back_from_the_latest_prediction(String name, String from) {
        Range range = Range.of(name, "", "", List.of(FIRST, LAST));
        assertEquals(OffsetDateTime.parse(from + "T12:00Z"), range.from());
        assertEquals(LAST, range.to());
    }

    @Test
    void a_range_of_ones_own_is_taken_in_utc_when_it_is_in_order_and_within_the_calendar() {
        List<OffsetDateTime> span = List.of(FIRST, LAST);
        OffsetDateTime from = OffsetDateTime.parse("2025-12-31T23:00Z");
        OffsetDateTime to = OffsetDateTime.parse("2026-02-01T00:00Z");
        assertEquals(new Range("own", from, to), Range.of("7d", "2026-01-01T00:00+01:00", "2026-02-01T00:00Z", span));
        for (String wrong : List.of("", "yesterday", "0000-12-31T00:00Z", "+10000-01-01T00:00Z", to.toString())) {
            assertEquals("7d", Range.of("7d", wrong, to.toString(), span).name(), wrong);
        }
        for (String wrong : List.of("", "tomorrow", "+10000-01-01T00:00Z", from.toString())) {
            assertEquals("7d", Range.of("7d", from.toString(), wrong, span).name(), wrong);
        }
        assertEquals(
                "own",
                Range.of("7d", "0001-01-01T00:00Z", "9999-12-31T00:00Z", span).name());
    }

    @ParameterizedTest // the points of a chart are round, and 500 at most
    @CsvSource({
        "PT1S, PT1S",
        "PT498S, PT1S",
        "PT499S, PT2S",
        "PT2490S, PT5S",
        "PT24H, PT5M",
        "PT498H, PT1H",
        "PT499H, PT2H",
        "P498D, P1D",
        "P499D, P2D",
        "P2988D, P6D",
        "P2989D, P7D",
        "P3486D, P7D",
        "P3487D, P14D",
    })
    void the_points_of_a_chart_are_as_wide_as_they_must(String span, String width) {
        Range range = Range.of("all", "", "", List.of(FIRST, FIRST.plus(Duration.parse(span))));
        assertEquals(Duration.parse(width), range.width());
    }

    @Test
    void whatever_is_no_range_is_all_of_it() {
        for (String name : List.of("all", "", "2d", "own", "ALL")) {
            assertEquals(
                    new Range("all", FIRST, LAST),
                    Range.of(name, "2026-01-02T00:00Z", "2026-01-01T00:00Z", List.of(FIRST, LAST)));
        }
    }

    @Test
    void all_of_two_thousand_years_can_be_asked_for() {
        OffsetDateTime first = OffsetDateTime.parse("0001-01-01T00:00Z");
        Range all = Range.of("all", "", "", List.of(first, OffsetDateTime.parse("9999-12-31T23:59Z")));
        assertEquals(first, new Prediction(all.start(), "", 0, null).predictedAt());
        assertTrue(all.end().isAfter(all.to()));
    }
}
