package org.hindcast.architecture.violators.user;

import jakarta.faces.context.FacesContext;

/** A room that knows pages. */
public class ShowsMessages {

    private final FacesContext known;

    ShowsMessages(FacesContext known) {
        this.known = known;
    }

    FacesContext known() {
        return known;
    }
}
