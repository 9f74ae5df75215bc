package org.hindcast.prediction;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Set;
import java.util.function.Function;

/**
 * Predictions or outcomes as they come in, one row at a time, so that memory holds no more than a row of them.
 * {@link #next} throws {@link BadRow} for a row that cannot be taken; where rows stand in lines of their own, it goes on
 * with the next one after that.
 *
 * @param <T> {@link Prediction} or {@link Outcome}
 */
public interface Upload<T> extends Iterator<T> {

    /** How rows are written. */
    enum Format {
        /** An array of objects, or a single one. */
        JSON,
        /** An object in each line. */
        NDJSON,
        /** RFC 4180, the names of the fields in the first line. */
        CSV
    }

    /** The line of the row read last, counted from 1. */
    long line();

    static Upload<Prediction> predictions(InputStream body, Format format) {
        return open(body, format, Draft.OF_PREDICTION, Draft::prediction);
    }

    static Upload<Outcome> outcomes(InputStream body, Format format) {
        return open(body, format, Draft.OF_OUTCOME, Draft::outcome);
    }

    private static <T> Upload<T> open(InputStream body, Format format, Set<String> fields, Function<Draft, T> finish) {
        Reader reader = new InputStreamReader(
                body,
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
        try {
            return format == Format.CSV
                    ? new CsvRows<>(reader, fields, finish)
                    : new JsonRows<>(new JsonText(reader), format, fields, finish);
        } catch (IOException e) {
            throw failure(1, "", e);
        }
    }

    /** What a failure to read says about the upload. */
    static RuntimeException failure(long line, String pointer, Throwable cause) {
        if (cause instanceof UncheckedIOException unchecked) {
            return failure(line, pointer, unchecked.getCause());
        } else if (cause instanceof java.nio.charset.CharacterCodingException) {
            return BadRow.syntax(line, pointer, "prediction.row.utf8");
        } else if (cause instanceof Unreadable.TooDeep) {
            return BadRow.syntax(line, pointer, "prediction.row.deep", JsonText.DEEPEST);
        } else if (cause instanceof Unreadable.TooLong) {
            return BadRow.syntax(line, pointer, "prediction.row.long", 16);
        }
        String key = cause instanceof Unreadable ? "prediction.row.json" : "prediction.row.broken";
        return BadRow.syntax(line, pointer, key);
    }
}
