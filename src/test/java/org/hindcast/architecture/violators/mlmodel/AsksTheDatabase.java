package org.hindcast.architecture.violators.mlmodel;

import jakarta.persistence.EntityManager;

/** Asks the database and is no service. */
public class AsksTheDatabase {

    private final EntityManager known;

    AsksTheDatabase(EntityManager known) {
        this.known = known;
    }

    EntityManager known() {
        return known;
    }
}
