package org.hindcast.prediction;

import java.io.IOException;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.Function;
import org.hindcast.Refusal;

/** Rows as objects: in an array, in lines, or a single one. */
final class JsonRows<T> implements Upload<T> {

    private static final int END = -1;

    private final JsonText text;
    private final boolean lines;
    private final boolean array;
    private final Set<String> fields;
    private final Function<Draft, T> finish;
    private long row = -1;
    private long line = 1;
    private boolean failed;
    private boolean more;

    JsonRows(JsonText text, Format format, Set<String> fields, Function<Draft, T> finish) throws IOException {
        this.text = text;
        this.fields = fields;
        this.finish = finish;
        lines = format == Format.NDJSON;
        array = !lines && text.takes('[');
        int ahead = text.ahead();
        more = lines ? ahead != END : !(array && ahead == ']');
        if (!more) {
            end();
        }
    }

    @Override
    public boolean hasNext() {
        if (failed && lines) {
            failed = false;
            go(() -> {
                text.skipLine();
                more = text.ahead() != END;
                return null;
            });
        }
        return more;
    }

    @Override
    public T next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        row++;
        return go(this::read);
    }

    @Override
    public long line() {
        return line;
    }

    private T read() throws IOException {
        failed = true;
        text.ahead();
        line = text.line();
        text.begin(lines);
        text.expect('{');
        Draft draft = new Draft();
        if (!text.takes('}')) {
            do {
                member(draft);
            } while (text.takes(','));
            text.expect('}');
        }
        text.end();
        T finished = at("", () -> finish.apply(draft));
        follow();
        failed = false;
        return finished;
    }

    /** Whether another row follows. */
    private void follow() throws IOException {
        if (lines) {
            more = text.ahead() != END;
        } else if (array && text.takes(',')) {
            more = true;
        } else {
            more = false;
            end();
        }
    }

    private void end() throws IOException {
        if (array) {
            text.expect(']');
        }
        if (text.ahead() != END) {
            throw new Unreadable();
        }
    }

    private void member(Draft draft) throws IOException {
        String field = text.string();
        if (!fields.contains(field)) {
            throw BadRow.syntax(text.line(), pointer(field), "prediction.row.member", field);
        }
        if (draft.has(field)) {
            throw BadRow.syntax(text.line(), pointer(field), "prediction.row.twice", field);
        }
        text.expect(':');
        int c = text.ahead();
        boolean number = Draft.isNumber(field);
        if (c == 'n' && !field.equals("input")) {
            text.word("null");
        } else if (field.equals("input") && c != '"') {
            draft.set(field, text.raw());
        } else if (number != (c != '"')) {
            throw BadRow.value(text.line(), pointer(field), number ? "prediction.row.number" : "prediction.row.text");
        } else {
            String value = number ? text.number() : text.string();
            at(field, () -> {
                draft.set(field, value);
                return null;
            });
        }
    }

    private <R> R at(String field, java.util.function.Supplier<R> work) {
        try {
            return work.get();
        } catch (BadRow e) {
            throw e;
        } catch (Refusal e) {
            String named = e.field() == null ? field : e.field();
            throw BadRow.value(line, pointer(named), e.key(), e.arguments().toArray());
        }
    }

    private String pointer(String field) {
        String place = array || lines ? "/" + row : "";
        return field.isEmpty() ? place : place + "/" + field.replace("~", "~0").replace("/", "~1");
    }

    /** After what cannot even be read nothing comes. */
    private <R> R go(Reading<R> reading) {
        try {
            return reading.read();
        } catch (IOException e) {
            boolean read = e instanceof Unreadable;
            more = more && read;
            failed = failed && read;
            throw Upload.failure(text.line(), pointer(""), e);
        }
    }

    /** Something that reads on. */
    private interface Reading<R> {
        R read() throws IOException;
    }
}
