package org.hindcast.architecture.violators.web.page;

import org.hindcast.architecture.violators.demo.ShowsItself;

/** A door that knows another one. */
public class TriesTheDemo {

    private final ShowsItself known;

    TriesTheDemo(ShowsItself known) {
        this.known = known;
    }

    ShowsItself known() {
        return known;
    }
}
