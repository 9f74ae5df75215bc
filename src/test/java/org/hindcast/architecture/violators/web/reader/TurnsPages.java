package org.hindcast.architecture.violators.web.reader;

import org.hindcast.architecture.violators.web.page.SignsIn;

/** A reader that knows what is read. */
public class TurnsPages {

    private final SignsIn known;

    TurnsPages(SignsIn known) {
        this.known = known;
    }

    SignsIn known() {
        return known;
    }
}
