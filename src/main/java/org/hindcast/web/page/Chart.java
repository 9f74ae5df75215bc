package org.hindcast.web.page;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hindcast.prediction.Bucket;
import org.hindcast.prediction.Series;

/** A series as the chart's script reads it: moments in milliseconds, values in seven digits, null where there is none. */
final class Chart {

    private static final MathContext DIGITS = new MathContext(7);

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
                + ",\"at\":"
                + buckets.stream().map(b -> "" + millis(b.from())).collect(Collectors.joining(",", "[", "]"))
                + line("result", buckets, Bucket::result)
                + line("outcome", buckets, Bucket::outcome)
                + line("bias", buckets, b -> b.scores().bias())
                + line("mae", buckets, b -> b.scores().mae())
                + line("rmse", buckets, b -> b.scores().rmse())
                + line("mape", buckets, b -> b.scores().mape())
                + "}";
    }

    private static String line(String name, List<Bucket> buckets, Function<Bucket, Double> value) {
        return buckets.stream()
                .map(value)
                .map(v -> v == null
                        ? "null"
                        : new BigDecimal(v).round(DIGITS).stripTrailingZeros().toString())
                .collect(Collectors.joining(",", ",\"" + name + "\":[", "]"));
    }

    private static long millis(java.time.OffsetDateTime time) {
        return time.toInstant().toEpochMilli();
    }
}
