package org.hindcast.prediction;

import java.io.IOException;
import java.io.Reader;
import java.util.regex.Pattern;

/**
 * Reads JSON (RFC 8259) from a stream, value by value, and knows in which line it stands. Of its own, because rows come by the
 * hundred thousand, a nested value is kept as it was written, and depth and length are bounded before anything is built.
 */
final class JsonText {

    static final int DEEPEST = 64;
    private static final int LONGEST = 16_000_000;
    private static final int END = -1;
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d+)?");

    private final Reader reader;
    private final char[] buffer = new char[16_384];
    private int at;
    private int end;
    private long line = 1;
    private int length;
    private int last;
    private boolean oneLine;
    private StringBuilder copy;

    JsonText(Reader reader) throws IOException {
        this.reader = reader;
        if (peek() == '\uFEFF') {
            next();
        }
    }

    /** Counted from 1. */
    long line() {
        return line;
    }

    /** A new row begins: its length counts from here. @param oneLine whether it must end in the line that it begins in */
    void begin(boolean oneLine) {
        length = 0;
        this.oneLine = oneLine;
    }

    void end() {
        oneLine = false;
    }

    /** The character that comes next after any white space, -1 at the end. Nothing is taken but the space. */
    int ahead() throws IOException {
        int c = peek();
        while (c == ' ' || c == '\n' && !oneLine || c == '\r' || c == '\t') {
            next();
            c = peek();
        }
        return c;
    }

    boolean takes(char wanted) throws IOException {
        boolean there = ahead() == wanted;
        if (there) {
            next();
        }
        return there;
    }

    void expect(char wanted) throws IOException {
        if (!takes(wanted)) {
            throw new Unreadable();
        }
    }

    /** A string, without its quotes and escapes. */
    String string() throws IOException {
        expect('"');
        if (copy == null) {
            int stop = at;
            while (stop < end && buffer[stop] != '"' && buffer[stop] != '\\' && buffer[stop] >= ' ') {
                stop++;
            }
            if (stop < end && buffer[stop] == '"') {
                String text = new String(buffer, at, stop - at);
                count(stop + 1 - at);
                at = stop + 1;
                last = '"';
                return text;
            }
        }
        return slowString();
    }

    /** A number as it is written. */
    String number() throws IOException {
        int c = ahead();
        StringBuilder text = new StringBuilder();
        while (c >= '0' && c <= '9' || c == '-' || c == '+' || c == '.' || c == 'e' || c == 'E') {
            text.append((char) next());
            c = peek();
        }
        if (text.isEmpty() || !NUMBER.matcher(text).matches()) {
            throw new Unreadable();
        }
        return text.toString();
    }

    /** Any value, as it is written. */
    String raw() throws IOException {
        ahead();
        copy = new StringBuilder();
        try {
            skip(1);
            return copy.toString();
        } finally {
            copy = null;
        }
    }

    /** Takes the word, such as {@code null}. */
    void word(String word) throws IOException {
        ahead();
        for (int i = 0; i < word.length(); i++) {
            if (next() != word.charAt(i)) {
                throw new Unreadable();
            }
        }
    }

    /** Goes on at the next line, unless that is where it stands already. */
    void skipLine() throws IOException {
        oneLine = false;
        int c = last == '\n' && length > 0 ? last : next();
        while (c != '\n' && c != END) {
            c = next();
        }
    }

    private void skip(int depth) throws IOException {
        int c = ahead();
        if (depth > DEEPEST) {
            throw new Unreadable.TooDeep();
        } else if (c == '"') {
            string();
        } else if (c == '{' || c == '[') {
            next();
            skipMembers(c == '{', depth);
        } else if (c == 't' || c == 'f' || c == 'n') {
            word(c == 't' ? "true" : c == 'f' ? "false" : "null");
        } else {
            number();
        }
    }

    private void skipMembers(boolean named, int depth) throws IOException {
        char close = named ? '}' : ']';
        if (takes(close)) {
            return;
        }
        do {
            if (named) {
                string();
                expect(':');
            }
            skip(depth + 1);
        } while (takes(','));
        expect(close);
    }

    private String slowString() throws IOException {
        StringBuilder text = new StringBuilder();
        int c = next();
        while (c != '"') {
            if (c < ' ') {
                throw new Unreadable();
            }
            text.append(c == '\\' ? escape() : (char) c);
            c = next();
        }
        refuseHalves(text);
        return text.toString();
    }

    /** Half of a pair of surrogates is no character: no encoding can hold it. */
    private static void refuseHalves(StringBuilder text) throws IOException {
        if (text.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)) {
            throw new Unreadable();
        }
    }

    private char escape() throws IOException {
        int c = next();
        int plain = "\"\\/".indexOf(c);
        int special = "bfnrt".indexOf(c);
        if (plain >= 0 && c != END) {
            return (char) c;
        } else if (special >= 0 && c != END) {
            return "\b\f\n\r\t".charAt(special);
        } else if (c != 'u') {
            throw new Unreadable();
        }
        int code = 0;
        for (int i = 0; i < 4; i++) {
            int digit = Character.digit(next(), 16);
            if (digit < 0) {
                throw new Unreadable();
            }
            code = code * 16 + digit;
        }
        return (char) code;
    }

    private int peek() throws IOException {
        if (at == end) {
            end = Math.max(0, reader.read(buffer));
            at = 0;
        }
        return at == end ? END : buffer[at];
    }

    private int next() throws IOException {
        int c = peek();
        if (c != END) {
            at++;
            last = c;
            count(1);
            line += c == '\n' ? 1 : 0;
            if (copy != null) {
                copy.append((char) c);
            }
        }
        return c;
    }

    private void count(int more) throws IOException {
        length += more;
        if (length > LONGEST) {
            throw new Unreadable.TooLong();
        }
    }
}
