package org.hindcast.architecture.violators.audit;

import org.hindcast.architecture.violators.web.page.TriesTheDemo;

/** The latest room, which knows a door. */
public class WatchesTheDoor {

    private final TriesTheDemo watched;

    WatchesTheDoor(TriesTheDemo watched) {
        this.watched = watched;
    }

    TriesTheDemo watched() {
        return watched;
    }
}
