package org.hindcast.architecture.violators.web.page;

import jakarta.security.enterprise.SecurityContext;

/** A page beside those of accounts that signs people in. */
public class SignsIn {

    private final SecurityContext known;

    SignsIn(SecurityContext known) {
        this.known = known;
    }

    SecurityContext known() {
        return known;
    }
}
