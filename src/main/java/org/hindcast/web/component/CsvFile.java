package org.hindcast.web.component;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * An export as CSV after RFC 4180, in UTF-8 with the mark by which spreadsheets know it. Text that a spreadsheet would take
 * for a formula gets an apostrophe in front (OWASP, "CSV Injection"); a number stays a number, as does text that is one.
 */
final class CsvFile {

    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final Pattern FORMULA =
            Pattern.compile("[=+\\-@\\t\\r\\n\uFF1D\uFF0B\uFF0D\uFF20].*", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+([.,]\\d+)?");

    private final Export export;
    private long count;

    CsvFile(Export export) {
        this.export = export;
    }

    long write(OutputStream out) throws IOException {
        out.write(MARK);
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(out, StandardCharsets.UTF_8);
        csv.writeRecord(export.columns().stream()
                .map(Export.Head::heading)
                .map(CsvFile::guarded)
                .toList());
        export.rows().accept(row -> {
            csv.writeRecord(line(row));
            count++;
        });
        csv.flush();
        return count;
    }

    private List<String> line(Map<String, Object> row) {
        List<String> line = new ArrayList<>(export.columns().size());
        export.columns().forEach(column -> line.add(text(row.get(column.field()))));
        return line;
    }

    private String text(Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof OffsetDateTime time) {
            return time.atZoneSameInstant(export.zone()).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
        }
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        return value instanceof Number ? value.toString() : guarded(value.toString());
    }

    static String guarded(String text) {
        return FORMULA.matcher(text).matches() && !NUMBER.matcher(text).matches() ? "'" + text : text;
    }
}
