package org.hindcast.architecture.violators.prediction;

import org.hindcast.architecture.violators.web.page.TriesTheDemo;

/** A room that knows a door. */
public class LeavesTheHouse {

    private final TriesTheDemo known;

    LeavesTheHouse(TriesTheDemo known) {
        this.known = known;
    }

    TriesTheDemo known() {
        return known;
    }
}
