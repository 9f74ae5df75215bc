package org.hindcast.web.component;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * An export as a workbook: numbers, times and yes or no are cells of their kind, all else is text that no spreadsheet
 * calculates. A full sheet is followed by another one. Text stands in the cells themselves, because a table of all texts
 * would have to be held until the end.
 */
final class XlsxFile {

    private static final int LONGEST_TEXT = 32_767;
    private static final int LONGEST_NAME = 24;
    private static final int FLUSHED = 500;
    private static final String TIME = "yyyy-mm-dd hh:mm:ss";
    private static final String DAY = "yyyy-mm-dd";

    private final Export export;
    private final int mostRows;
    private Workbook book;
    private Worksheet sheet;
    private int sheets;
    private int next;
    private long count;

    XlsxFile(Export export) {
        this(export, Worksheet.MAX_ROWS);
    }

    /** @param mostRows of a sheet, its headings among them */
    XlsxFile(Export export, int mostRows) {
        this.export = export;
        this.mostRows = mostRows;
    }

    long write(OutputStream out) throws IOException {
        book = new Workbook(out, "Hindcast", "1.0");
        begin();
        export.rows().accept(this::add);
        sheet.finish();
        book.finish();
        return count;
    }

    private void begin() {
        String name = export.name().replaceAll("[\\[\\]:*?/\\\\']", " ").strip();
        String cut = name.substring(0, Math.min(name.length(), LONGEST_NAME));
        sheets++;
        sheet = book.newWorksheet(sheets == 1 ? cut : cut + " " + sheets);
        sheet.freezePane(0, 1);
        List<Export.Head> columns = export.columns();
        for (int i = 0; i < columns.size(); i++) {
            sheet.inlineString(0, i, clean(columns.get(i).heading()));
            sheet.style(0, i).bold().set();
            sheet.width(i, 20);
        }
        next = 1;
    }

    private void add(Map<String, Object> row) {
        try {
            if (next == mostRows) {
                sheet.finish();
                begin();
            }
            for (int i = 0; i < export.columns().size(); i++) {
                put(i, row.get(export.columns().get(i).field()));
            }
            next++;
            count++;
            if (count % FLUSHED == 0) {
                sheet.flush();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void put(int column, Object value) {
        if (value instanceof Number number && Double.isFinite(number.doubleValue())) {
            sheet.value(next, column, number);
        } else if (value instanceof Boolean yes) {
            sheet.value(next, column, yes);
        } else if (value instanceof OffsetDateTime time) {
            sheet.value(next, column, time.atZoneSameInstant(export.zone()).toLocalDateTime());
            sheet.style(next, column).format(TIME).set();
        } else if (value instanceof LocalDate day) {
            sheet.value(next, column, day);
            sheet.style(next, column).format(DAY).set();
        } else if (value != null) {
            sheet.inlineString(next, column, clean(value.toString()));
        }
    }

    /** Without what XML can't hold, and no longer than a cell may be. */
    private static String clean(String text) {
        String clean = text.replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]", "");
        return clean.substring(0, Math.min(clean.length(), LONGEST_TEXT));
    }
}
