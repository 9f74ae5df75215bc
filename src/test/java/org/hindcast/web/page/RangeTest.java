package org.hindcast.web.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
