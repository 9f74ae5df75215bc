package org.hindcast.prediction;

import static java.nio.file.StandardOpenOption.DELETE_ON_CLOSE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.util.Locale;
import java.util.Optional;
import org.hindcast.mlmodel.ModelVersion;
import org.hindcast.prediction.Upload.Format;

/**
 * A file that somebody sent about a version.
 *
 * @param name as its owner calls it
 * @param content what it holds, for as long as this is open
 * @param outcomes whether it holds outcomes, and not predictions
 */
public record PredictionFile(String name, FileChannel content, Format format, boolean outcomes, ModelVersion version) {

    /** A file that loses its name before the first byte is in it, so that nothing stays behind even of a server that is killed. */
    public static FileChannel nameless() throws IOException {
        return FileChannel.open(Files.createTempFile("hindcast", ".rows"), READ, WRITE, DELETE_ON_CLOSE);
    }

    /** By the end of the name; empty for none that is known. */
    public static Optional<Format> format(String name) {
        return switch (name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT)) {
            case "csv" -> Optional.of(Format.CSV);
            case "ndjson", "jsonl" -> Optional.of(Format.NDJSON);
            case "json" -> Optional.of(Format.JSON);
            default -> Optional.empty();
        };
    }

    /** Reads it from the beginning. Whoever has read it may do so again. */
    InputStream open() {
        try {
            return new BufferedInputStream(Channels.newInputStream(content.position(0))) {
                @Override
                public void close() {
                    // it stays
                }
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
