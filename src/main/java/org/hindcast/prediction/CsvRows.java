package org.hindcast.prediction;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.PushbackReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.hindcast.Refusal;

/** Rows as lines of a table, the names of the fields in the first one. An empty field is none, but for the input. */
final class CsvRows<T> implements Upload<T> {

    private final Iterator<CsvRecord> records;
    private final Function<Draft, T> finish;
    private final List<String> columns;
    private long line = 1;
    private long row = -1;

    CsvRows(Reader text, Set<String> fields, Function<Draft, T> finish) throws IOException {
        PushbackReader reader = new PushbackReader(text);
        int first = reader.read();
        if (first >= 0 && first != '\uFEFF') {
            reader.unread(first);
        }
        this.finish = finish;
        records = CsvReader.builder()
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .ofCsvRecord(reader)
                .iterator();
        columns = go(records::hasNext)
                ? go(records::next).getFields().stream().map(Draft::name).toList()
                : List.of();
        for (String column : columns) {
            if (!fields.contains(column) && !column.equals(Draft.PRODUCER)) {
                boolean otherwise = columns.size() == 1 && column.matches("\\w+[;\t].*");
                throw otherwise
                        ? BadRow.syntax(1, "", "prediction.row.commas")
                        : BadRow.syntax(1, "", "prediction.row.column", column);
            }
            if (columns.indexOf(column) != columns.lastIndexOf(column)) {
                throw BadRow.syntax(1, "", "prediction.row.twice", column);
            }
        }
    }

    @Override
    public boolean hasNext() {
        return go(records::hasNext);
    }

    @Override
    public T next() {
        CsvRecord record = go(records::next);
        row++;
        line = record.getStartingLineNumber();
        if (record.getFieldCount() != columns.size()) {
            throw BadRow.value(line, "/" + row, "prediction.row.fields", columns.size(), record.getFieldCount());
        }
        try {
            return finish.apply(draft(record));
        } catch (Refusal e) {
            String pointer = e.field() == null ? "/" + row : "/" + row + "/" + e.field();
            throw BadRow.value(line, pointer, e.key(), e.arguments().toArray());
        }
    }

    @Override
    public long line() {
        return line;
    }

    private Draft draft(CsvRecord record) {
        Draft draft = new Draft();
        for (int i = 0; i < columns.size(); i++) {
            String value = record.getField(i);
            String column = columns.get(i);
            boolean given = !value.isEmpty() || column.equals("input");
            if (given && !column.equals(Draft.PRODUCER)) {
                draft.set(column, value);
            }
        }
        return draft;
    }

    private <R> R go(java.util.function.Supplier<R> reading) {
        try {
            return reading.get();
        } catch (CsvParseException e) {
            throw e.getCause() == null
                    ? BadRow.syntax(line + 1, "/" + (row + 1), "prediction.row.csv")
                    : failure(e.getCause());
        } catch (UncheckedIOException e) {
            throw Upload.failure(line + 1, "/" + (row + 1), e);
        }
    }

    /** What the stream itself refuses, such as a body too large, stays what it is: the reader of tables wraps it. */
    private RuntimeException failure(Throwable cause) {
        boolean refused = cause instanceof RuntimeException
                && !(cause instanceof CsvParseException)
                && !(cause instanceof UncheckedIOException);
        return refused ? (RuntimeException) cause : Upload.failure(line + 1, "/" + (row + 1), cause);
    }
}
