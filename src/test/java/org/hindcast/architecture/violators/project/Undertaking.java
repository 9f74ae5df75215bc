package org.hindcast.architecture.violators.project;

import org.hindcast.architecture.violators.user.Person;

/** Something to be known by others. */
public class Undertaking {

    private final Person owner;

    Undertaking(Person owner) {
        this.owner = owner;
    }

    Person owner() {
        return owner;
    }
}
