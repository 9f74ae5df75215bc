package org.hindcast.architecture.violators.project;

import org.hindcast.architecture.violators.dataset.Data;

/** A room that knows a later one. */
public class CountsDatasets {

    private final Data known;

    CountsDatasets(Data known) {
        this.known = known;
    }

    Data known() {
        return known;
    }
}
