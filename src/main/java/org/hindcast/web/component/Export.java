package org.hindcast.web.component;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Rows on their way into a file, one after the other: no more than one is held at a time. Give it a service's {@code walk}.
 *
 * @param name of the sheet, such as the heading of the list
 * @param columns in the order in which they stand
 * @param zone of the reader, in which times are written
 * @param rows all of them, handed to a consumer one by one
 */
public record Export(String name, List<Head> columns, ZoneId zone, Consumer<Consumer<Map<String, Object>>> rows) {

    /** @param field of the row; @param heading that people read */
    public record Head(String field, String heading) {}

    /** What kinds of file there are. */
    public enum Format {
        CSV("text/csv;charset=UTF-8"),
        XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

        private final String type;

        Format(String type) {
            this.type = type;
        }

        /** The format of that name in any case of letters, empty when there is none. */
        public static Optional<Format> of(String name) {
            return Arrays.stream(values())
                    .filter(f -> f.name().equalsIgnoreCase(name))
                    .findFirst();
        }

        public String contentType() {
            return type;
        }

        /** Such as {@code users-2026-11-21.csv}. */
        public String fileName(String room, LocalDate day) {
            return room + "-" + day + "." + name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** Writes the headings and all rows, and returns how many rows there were. Leaves the stream open. */
    public long write(Format format, OutputStream out) throws IOException {
        return format == Format.CSV ? new CsvFile(this).write(out) : new XlsxFile(this).write(out);
    }
}
