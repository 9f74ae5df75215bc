package org.hindcast.web.page;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hindcast.prediction.Bucket;
import org.hindcast.prediction.Series;

/** A series as the chart's script reads it: moments in milliseconds, values in some seven digits, null where there is none. */
final class Chart {

    private static final double SMALLEST = 1e-30;
    private static final double LARGEST = 1e30;

    private Chart() {}

    static String of(Series series) {
        List<Bucket> buckets = series.buckets();
        long first = buckets.isEmpty()
                ? millis(series.from())
                : millis(buckets.get(0).from());
        long last = buckets.isEmpty()
                ? millis(series.to())
                : millis(buckets.get(buckets.size() - 1).from());
        return "{\"from\":" + first
                + ",\"to\":" + last
                + ",\"width\":" + series.width().toSeconds()
                + list("at", buckets, b -> millis(b.from()))
                + list("count", buckets, Bucket::count)
                + list("result", buckets, b -> number(b.result()))
                + list("outcome", buckets, b -> number(b.outcome()))
                + list("bias", buckets, b -> number(b.scores().bias()))
                + list("mae", buckets, b -> number(b.scores().mae()))
                + list("rmse", buckets, b -> number(b.scores().rmse()))
                + list("mape", buckets, b -> number(b.scores().mape()))
                + "}";
    }

    private static String list(String name, List<Bucket> buckets, Function<Bucket, Object> value) {
        return buckets.stream()
                .map(value)
                .map(String::valueOf)
                .collect(Collectors.joining(",", ",\"" + name + "\":[", "]"));
    }

    private static Number number(Double value) {
        boolean few = value != null && Math.abs(value) > SMALLEST && Math.abs(value) < LARGEST;
        return few ? (Number) value.floatValue() : value;
    }

    private static long millis(java.time.OffsetDateTime time) {
        return time.toInstant().toEpochMilli();
    }
}
