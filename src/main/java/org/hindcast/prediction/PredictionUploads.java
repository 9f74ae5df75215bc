package org.hindcast.prediction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.hindcast.mlmodel.ModelVersion;

/**
 * Takes uploads of any length, all or nothing: everything is read and found to be right before the first row is stored, and one
 * transaction stores it. The way into the database was chosen by measuring, see the package.
 */
@ApplicationScoped
public class PredictionUploads {

    private static final int FEW = 2_000;

    /** Up to so many rows one statement is quicker than COPY, which takes several. */
    private static final int HANDFUL = 20;

    private static final int SHORT = 2_000_000;
    private static final int MOST_DAYS = 100_000;
    private static final long DAY = 86_400;

    @Inject
    private PredictionIngest ingest;

    @Inject
    private PredictionCopy copy;

    /**
     * Stores predictions of a version; those whose key is there already stay as they are.
     *
     * @param version is asked for when the first rows are read, so that a slow sender holds no connection; where these are all, in
     *     the transaction that stores them
     * @param by the user, or null
     */
    public Stored store(Supplier<ModelVersion> version, Upload<Prediction> upload, Integer by) {
        return store(version, upload, by, rows -> {});
    }

    /** @param progress is told how many rows are in the database; what it throws ends the upload and undoes it */
    Stored store(Supplier<ModelVersion> of, Upload<Prediction> upload, Integer by, LongConsumer progress) {
        List<Prediction> first = first(upload);
        boolean keyed = first.stream().anyMatch(p -> p.key() != null);
        if (!upload.hasNext() && (keyed || first.size() <= HANDFUL)) {
            return ingest.store(of, first, by);
        }
        ModelVersion version = of.get();
        try (Batches batches = new Batches(PredictionCopy.COLUMNS, progress)) {
            Set<Long> days = new TreeSet<>();
            for (Prediction prediction : first) {
                add(prediction, version, by, batches);
                days.add(day(prediction));
            }
            while (upload.hasNext()) {
                Prediction prediction = upload.next();
                keyed = keyed || prediction.key() != null;
                add(prediction, version, by, batches);
                days.add(day(prediction));
                refuseDays(days, upload.line());
            }
            batches.end();
            return keyed ? copy.keyed(batches, version, by) : copy.plain(batches, version, by, days);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes down what happened. @throws BadRow for an outcome of a prediction that is not there */
    public Stored outcomes(ModelVersion version, Upload<Outcome> upload) {
        return outcomes(version, upload, rows -> {});
    }

    /** @param progress is told how many rows are in the database; what it throws ends the upload and undoes it */
    Stored outcomes(ModelVersion version, Upload<Outcome> upload, LongConsumer progress) {
        try (Batches batches = new Batches(PredictionCopy.OUTCOME_COLUMNS, progress)) {
            while (upload.hasNext()) {
                Outcome outcome = upload.next();
                batches.row()
                        .whole(batches.rows())
                        .whole(upload.line())
                        .text(outcome.key())
                        .time(outcome.predictedAt())
                        .whole(outcome.id())
                        .number(outcome.value())
                        .time(outcome.at());
            }
            batches.end();
            return copy.outcomes(batches, version);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Prediction> first(Upload<Prediction> upload) {
        List<Prediction> first = new ArrayList<>();
        int length = 0;
        while (first.size() < FEW && length < SHORT && upload.hasNext()) {
            Prediction prediction = upload.next();
            first.add(prediction);
            length += prediction.input().length();
        }
        return first;
    }

    private static void add(Prediction prediction, ModelVersion version, Integer by, Batches batches)
            throws IOException {
        CopyRows row = batches.row()
                .whole(version.getId().intValue())
                .time(prediction.predictedAt())
                .text(prediction.input())
                .number(prediction.result())
                .text(prediction.key())
                .number(prediction.outcome())
                .time(prediction.outcomeAt());
        if (by == null) {
            row.nothing();
        } else {
            row.whole(by.intValue());
        }
    }

    private static long day(Prediction prediction) {
        return Math.floorDiv(prediction.predictedAt().toEpochSecond(), DAY) * DAY;
    }

    /** They are kept in memory. */
    private static void refuseDays(Set<Long> days, long line) {
        if (days.size() > MOST_DAYS) {
            throw BadRow.value(line, "", "prediction.row.days", MOST_DAYS);
        }
    }
}
