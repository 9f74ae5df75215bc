package org.hindcast.architecture.violators.dataset;

import org.hindcast.architecture.violators.mlmodel.Foresees;

/** A room that knows a later one. */
public class LooksAhead {

    private final Foresees known;

    LooksAhead(Foresees known) {
        this.known = known;
    }

    Foresees known() {
        return known;
    }
}
