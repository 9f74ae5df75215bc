package org.hindcast.prediction;

import java.io.Closeable;
import java.io.IOException;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongConsumer;
import org.hindcast.mlmodel.ModelVersion;
import org.hindcast.persistence.Actor;

/** Predictions of a version that are to be stored, with what must be known of all of them before the first one is. */
final class Incoming implements Closeable {

    private static final int MOST_DAYS = 100_000;
    private static final long DAY = 86_400;

    private final ModelVersion version;
    private final Integer by;
    private final Integer token;
    private final Batches batches;
    private final Set<Long> days = new TreeSet<>();
    private boolean keyed;

    /** @param by who, or null @param progress see {@link Batches} */
    Incoming(ModelVersion version, Actor by, LongConsumer progress) {
        this.version = version;
        this.by = by == null ? null : by.id();
        this.token = by == null ? null : by.token();
        this.batches = new Batches(PredictionCopy.COLUMNS, progress);
    }

    void add(Prediction prediction, long line) throws IOException {
        keyed = keyed || prediction.key() != null;
        days.add(Math.floorDiv(prediction.predictedAt().toEpochSecond(), DAY) * DAY);
        if (days.size() > MOST_DAYS) {
            throw BadRow.value(line, "", "prediction.row.days", MOST_DAYS);
        }
        batches.row()
                .whole(version.getId())
                .time(prediction.predictedAt())
                .text(prediction.input())
                .number(prediction.result())
                .text(prediction.key())
                .number(prediction.outcome())
                .time(prediction.outcomeAt())
                .whole(by)
                .whole(token);
    }

    /** No prediction comes any more. */
    Incoming end() throws IOException {
        batches.end();
        return this;
    }

    ModelVersion version() {
        return version;
    }

    Integer by() {
        return by;
    }

    Integer token() {
        return token;
    }

    Batches batches() {
        return batches;
    }

    /** The days on which they are, as seconds since 1970. */
    Collection<Long> days() {
        return days;
    }

    /** Whether one of them has a key. */
    boolean isKeyed() {
        return keyed;
    }

    @Override
    public void close() throws IOException {
        batches.close();
    }
}
