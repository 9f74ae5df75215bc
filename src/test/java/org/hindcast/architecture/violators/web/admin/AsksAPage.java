package org.hindcast.architecture.violators.web.admin;

import org.hindcast.architecture.violators.web.page.SignsIn;

/** A screen that knows a page which everybody has. */
public class AsksAPage {

    private final SignsIn known;

    AsksAPage(SignsIn known) {
        this.known = known;
    }

    SignsIn known() {
        return known;
    }
}
