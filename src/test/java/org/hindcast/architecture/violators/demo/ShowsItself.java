package org.hindcast.architecture.violators.demo;

import org.hindcast.architecture.violators.web.component.PickerOfPeople;

/** A door that knows another one. */
public class ShowsItself {

    private final PickerOfPeople known;

    ShowsItself(PickerOfPeople known) {
        this.known = known;
    }

    PickerOfPeople known() {
        return known;
    }
}
