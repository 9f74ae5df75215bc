package org.hindcast.prediction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.hindcast.Refusal;
import org.hindcast.mlmodel.ModelVersion;
import org.hindcast.mlmodel.VersionService;
import org.hindcast.persistence.Actor;
import org.hindcast.persistence.Changed;
import org.hindcast.prediction.Upload.Format;

/** Files of predictions and outcomes: looked through to the end first, then stored, all or nothing. */
@ApplicationScoped
public class PredictionFiles {

    /** So many errors are told. */
    public static final int SHOWN = 100;

    /** Nobody mends more by hand; reading stops there. */
    private static final int MOST_WRONG = 10_000;

    private static final int FIRST = 5;
    private static final int AT_ONCE = 1_000;

    @Inject
    private PredictionUploads uploads;

    @Inject
    private PredictionIngest ingest;

    @Inject
    private VersionService versions;

    @Inject
    private Told told;

    /** What the file holds and what is wrong with it, line by line; stores nothing. */
    public FileReport check(PredictionFile file) {
        Look look = new Look();
        try (InputStream in = file.open()) {
            if (file.outcomes()) {
                Upload<Outcome> upload = Upload.outcomes(in, file.format());
                look.through(upload, file.format(), outcomes -> absent(file.version(), outcomes));
            } else {
                look.through(Upload.predictions(in, file.format()), file.format(), predictions -> List.of());
            }
        } catch (BadRow bad) {
            look.wrong(bad);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return look.report();
    }

    /**
     * Stores all that the file holds, or nothing.
     *
     * @param progress is told how many rows are stored; what it throws ends the import and undoes it
     * @throws Refusal.Forbidden when the actor may not change the version, or not any more
     */
    public Stored store(PredictionFile file, Actor actor, LongConsumer progress) {
        ModelVersion version = versions.find(file.version().getId());
        if (!versions.may("edit", version, actor)) {
            throw new Refusal.Forbidden("versions.edit");
        }
        try (InputStream in = file.open()) {
            Function<Supplier<Stored>, Stored> whole =
                    work -> told.by(work, stored -> act(file, version, stored, actor));
            return file.outcomes()
                    ? uploads.outcomes(version, Upload.outcomes(in, file.format()), progress, whole)
                    : uploads.store(version, Upload.predictions(in, file.format()), actor, progress, whole);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Changed act(PredictionFile file, ModelVersion version, Stored stored, Actor actor) {
        return Changed.act("import", actor, "versions", version.getId(), file.name() + ": " + stored.stored());
    }

    private List<BadRow> absent(ModelVersion version, List<Numbered<Outcome>> outcomes) {
        List<Integer> places =
                ingest.absent(version, outcomes.stream().map(Numbered::row).toList());
        return places.stream()
                .map(place -> outcomes.get(place - 1))
                .map(missing -> BadRow.value(
                        missing.line(), missing.row().key() == null ? "/id" : "/key", "prediction.row.absent"))
                .toList();
    }

    private record Numbered<T>(long line, T row) {}

    /** What the database says against some rows. */
    private interface Objection<T> {
        List<BadRow> to(List<Numbered<T>> rows);
    }

    /** One look through a file. */
    private static final class Look {
        private final List<BadRow> errors = new ArrayList<>();
        private final List<Object> first = new ArrayList<>();
        private long rows;
        private long wrong;

        <T> void through(Upload<T> upload, Format format, Objection<T> objection) {
            List<Numbered<T>> some = new ArrayList<>();
            while (wrong < MOST_WRONG && takes(upload, format, some)) {
                if (some.size() == AT_ONCE) {
                    count(some, objection);
                    some.clear();
                }
            }
            count(some, objection);
        }

        /** Whether another row may follow. */
        private <T> boolean takes(Upload<T> upload, Format format, List<Numbered<T>> some) {
            try {
                boolean more = upload.hasNext();
                if (more) {
                    T row = upload.next();
                    some.add(new Numbered<>(upload.line(), row));
                }
                return more;
            } catch (BadRow bad) {
                wrong(bad);
                return goesOnAfter(bad, format);
            }
        }

        /** In lines each row stands for itself; elsewhere one that cannot be read hides all after it. */
        private static boolean goesOnAfter(BadRow bad, Format format) {
            return format == Format.NDJSON || format == Format.CSV && !bad.isSyntax();
        }

        private <T> void count(List<Numbered<T>> some, Objection<T> objection) {
            List<BadRow> objections = objection.to(some);
            objections.forEach(this::wrong);
            rows += some.size() - objections.size();
            some.stream()
                    .limit(Math.max(0, FIRST - first.size()))
                    .map(Numbered::row)
                    .forEach(first::add);
        }

        void wrong(BadRow bad) {
            wrong++;
            if (errors.size() < SHOWN) {
                errors.add(bad);
            }
        }

        FileReport report() {
            errors.sort(java.util.Comparator.comparingLong(BadRow::line));
            return new FileReport(rows, wrong, errors, first);
        }
    }
}
