package org.hindcast.prediction;

import java.time.OffsetDateTime;

/**
 * The predictions of one stretch of time, as one point of a chart.
 *
 * @param from start of the stretch
 * @param result their mean result
 * @param outcome mean of the known outcomes, null when none is known
 * @param scores how good they were
 */
public record Bucket(OffsetDateTime from, double result, Double outcome, Scores scores) {

    /** How many predictions there are in it. */
    public long count() {
        return scores.count();
    }
}
