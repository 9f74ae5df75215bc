package org.hindcast.prediction;

import java.time.OffsetDateTime;

/**
 * The predictions of one stretch of time, as one point of a chart.
 *
 * @param from start of the stretch
 * @param count of predictions in it
 * @param result their mean result
 * @param outcome mean of the known outcomes, null when none is known
 */
public record Bucket(OffsetDateTime from, long count, double result, Double outcome) {}
