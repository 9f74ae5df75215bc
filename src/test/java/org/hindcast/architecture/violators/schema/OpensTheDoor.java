package org.hindcast.architecture.violators.schema;

import org.hindcast.architecture.violators.web.page.TriesTheDemo;

/** Bedrock that knows a door. */
public class OpensTheDoor {

    private final TriesTheDemo known;

    OpensTheDoor(TriesTheDemo known) {
        this.known = known;
    }

    TriesTheDemo known() {
        return known;
    }
}
