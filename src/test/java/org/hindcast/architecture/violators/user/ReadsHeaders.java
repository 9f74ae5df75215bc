package org.hindcast.architecture.violators.user;

import jakarta.servlet.http.HttpServletRequest;

/** A room that knows requests. */
public class ReadsHeaders {

    private final HttpServletRequest known;

    ReadsHeaders(HttpServletRequest known) {
        this.known = known;
    }

    HttpServletRequest known() {
        return known;
    }
}
