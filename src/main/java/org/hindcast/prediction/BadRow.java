package org.hindcast.prediction;

import org.hindcast.Refusal;

/** A row of an upload that cannot be taken, and where it stands. */
public final class BadRow extends Refusal {

    private static final long serialVersionUID = 1L;

    private final String pointer;
    private final long line;
    private final boolean syntax;

    private BadRow(boolean syntax, long line, String pointer, String key, Object... arguments) {
        super(key, arguments);
        this.syntax = syntax;
        this.line = line;
        this.pointer = pointer;
    }

    /** Not even the form is right: nothing after it can be read. */
    static BadRow syntax(long line, String pointer, String key, Object... arguments) {
        return new BadRow(true, line, pointer, key, arguments);
    }

    /** The form is right, the value is not. */
    static BadRow value(long line, String pointer, String key, Object... arguments) {
        return new BadRow(false, line, pointer, key, arguments);
    }

    /** Of the upload, counted from 1. */
    public long line() {
        return line;
    }

    /** To the row and its field, such as {@code /17/result} (RFC 6901, rows counted from 0). */
    public String pointer() {
        return pointer;
    }

    public boolean isSyntax() {
        return syntax;
    }
}
