package org.hindcast.prediction;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.hindcast.mlmodel.ModelVersion;
import org.hindcast.prediction.Upload.Format;

/**
 * A file that somebody sent about a version.
 *
 * @param name as its owner calls it
 * @param content where it lies
 * @param outcomes whether it holds outcomes, and not predictions
 */
public record PredictionFile(String name, Path content, Format format, boolean outcomes, ModelVersion version) {

    /** By the end of the name; empty for none that is known. */
    public static Optional<Format> format(String name) {
        return switch (name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT)) {
            case "csv" -> Optional.of(Format.CSV);
            case "ndjson", "jsonl" -> Optional.of(Format.NDJSON);
            case "json" -> Optional.of(Format.JSON);
            default -> Optional.empty();
        };
    }

    InputStream open() {
        try {
            return new BufferedInputStream(Files.newInputStream(content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
