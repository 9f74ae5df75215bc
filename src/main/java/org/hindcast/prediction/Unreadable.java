package org.hindcast.prediction;

import java.io.IOException;

/** A text that is no JSON. */
class Unreadable extends IOException {

    private static final long serialVersionUID = 1L;

    /** It is nested deeper than anybody needs. */
    static final class TooDeep extends Unreadable {
        private static final long serialVersionUID = 1L;
    }

    /** A row is longer than anybody needs. */
    static final class TooLong extends Unreadable {
        private static final long serialVersionUID = 1L;
    }
}
