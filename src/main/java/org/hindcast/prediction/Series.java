package org.hindcast.prediction;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * What a version predicted between two moments, as points of a chart.
 *
 * @param from start of the first stretch
 * @param to end of the last one
 * @param width of each stretch
 * @param buckets those stretches in which something was predicted, in order of time
 */
public record Series(OffsetDateTime from, OffsetDateTime to, Duration width, List<Bucket> buckets) {

    public Series {
        buckets = List.copyOf(buckets);
    }
}
