package org.hindcast.architecture.violators.web.component;

import org.hindcast.architecture.violators.user.Person;

/** A component that knows a room. */
public class PickerOfPeople {

    private final Person known;

    PickerOfPeople(Person known) {
        this.known = known;
    }

    Person known() {
        return known;
    }
}
