package org.hindcast.architecture.violators.mlmodel;

import org.hindcast.architecture.violators.prediction.LeavesTheHouse;

/** A room that knows a later one. */
public class Foresees {

    private final LeavesTheHouse known;

    Foresees(LeavesTheHouse known) {
        this.known = known;
    }

    LeavesTheHouse known() {
        return known;
    }
}
