package org.hindcast.architecture.violators.security;

import org.hindcast.architecture.violators.project.Undertaking;

/** The door of sign-in, which knows more rooms than that of people. */
public class GuardsProjects {

    private final Undertaking known;

    GuardsProjects(Undertaking known) {
        this.known = known;
    }

    Undertaking known() {
        return known;
    }
}
