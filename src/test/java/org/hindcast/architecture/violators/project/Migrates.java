package org.hindcast.architecture.violators.project;

import org.flywaydb.core.Flyway;

/** A room that changes tables. */
public class Migrates {

    private final Flyway known;

    Migrates(Flyway known) {
        this.known = known;
    }

    Flyway known() {
        return known;
    }
}
