package org.hindcast.architecture.violators.persistence;

import org.hindcast.architecture.violators.user.Person;

/** Bedrock that knows a room. */
public class KnowsPeople {

    private final Person known;

    KnowsPeople(Person known) {
        this.known = known;
    }

    Person known() {
        return known;
    }
}
