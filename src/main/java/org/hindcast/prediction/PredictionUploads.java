package org.hindcast.prediction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.hindcast.Refusal;
import org.hindcast.mlmodel.ModelVersion;
import org.hindcast.persistence.Actor;
import org.hindcast.persistence.Outage;

/**
 * Takes uploads of any length, all or nothing: everything is read and found to be right before the first row is stored, and one
 * transaction stores it. The way into the database was chosen by measuring, see the package.
 */
@ApplicationScoped
public class PredictionUploads {

    private static final int FEW = 2_000;

    private static final int SHORT = 2_000_000;
    private static final int ATTEMPTS = 5;

    @Inject
    private PredictionIngest ingest;

    @Inject
    private PredictionCopy copy;

    /**
     * Stores predictions of the version with this address; those whose key is there already stay as they are. A slow sender holds
     * no connection.
     *
     * @param version looks it up, or says why it may not be written to
     * @param by who; the system itself, too
     */
    public Stored store(int model, int number, Supplier<ModelVersion> version, Upload<Prediction> upload, Actor by) {
        List<Prediction> first = first(upload);
        if (upload.hasNext()) {
            return copied(new Incoming(version.get(), by, rows -> {}), first, upload, Supplier::get);
        }
        return again(() -> ingest.store(model, number, first, by))
                .orElseGet(() -> again(() -> ingest.store(version.get(), first, by)));
    }

    /**
     * @param progress is told how many rows are in the database; what it throws ends the upload and undoes it
     * @param whole does the work, and in the same transaction what belongs to it
     */
    Stored store(
            ModelVersion version,
            Upload<Prediction> upload,
            Actor by,
            LongConsumer progress,
            Function<Supplier<Stored>, Stored> whole) {
        return copied(new Incoming(version, by, progress), List.of(), upload, whole);
    }

    /**
     * Stores these predictions instead of all that the version has, in one transaction: nobody ever sees a part of either.
     *
     * @throws Refusal when there are none: an upload that came to nothing empties no series
     */
    public Replaced replace(ModelVersion version, Upload<Prediction> upload, Actor actor) {
        try (Incoming incoming = new Incoming(version, actor, rows -> {})) {
            if (rest(upload, incoming).batches().rows() == 0) {
                throw new Refusal("prediction.replace.none");
            }
            return copy.replace(incoming, actor);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes down what happened. @throws BadRow for an outcome of a prediction that is not there */
    public Stored outcomes(ModelVersion version, Upload<Outcome> upload) {
        return outcomes(version, upload, rows -> {}, Supplier::get);
    }

    /**
     * @param progress is told how many rows are in the database; what it throws ends the upload and undoes it
     * @param whole does the work, and in the same transaction what belongs to it
     */
    Stored outcomes(
            ModelVersion version,
            Upload<Outcome> upload,
            LongConsumer progress,
            Function<Supplier<Stored>, Stored> whole) {
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
            return again(() -> whole.apply(() -> copy.outcomes(batches, version)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Two who send the same rows in another order may wait for each other; what one of them did is undone, and done again. */
    private static <R> R again(Supplier<R> work) {
        for (int i = 1; i < ATTEMPTS; i++) {
            try {
                return work.get();
            } catch (PersistenceException e) {
                refuseOthers(e);
            }
        }
        return work.get();
    }

    private static void refuseOthers(PersistenceException failure) {
        if (!Outage.isDeadlock(failure)) {
            throw failure;
        }
    }

    private Stored copied(
            Incoming all, List<Prediction> first, Upload<Prediction> upload, Function<Supplier<Stored>, Stored> whole) {
        try (Incoming incoming = all) {
            for (Prediction prediction : first) {
                incoming.add(prediction, upload.line());
            }
            rest(upload, incoming);
            return again(() -> whole.apply(() -> copy.store(incoming)));
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

    private static Incoming rest(Upload<Prediction> upload, Incoming incoming) throws IOException {
        while (upload.hasNext()) {
            Prediction prediction = upload.next();
            incoming.add(prediction, upload.line());
        }
        return incoming.end();
    }
}
