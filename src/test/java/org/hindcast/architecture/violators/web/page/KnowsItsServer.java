package org.hindcast.architecture.violators.web.page;

import org.jboss.arquillian.core.api.Event;

/** Code that runs on one server only. */
public class KnowsItsServer {

    private final Event<?> known;

    KnowsItsServer(Event<?> known) {
        this.known = known;
    }

    Event<?> known() {
        return known;
    }
}
