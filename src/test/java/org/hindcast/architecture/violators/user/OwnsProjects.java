package org.hindcast.architecture.violators.user;

import org.hindcast.architecture.violators.project.Undertaking;

/** A room that knows a later one, which knows it as well. */
public class OwnsProjects {

    private final Undertaking known;

    OwnsProjects(Undertaking known) {
        this.known = known;
    }

    Undertaking known() {
        return known;
    }
}
