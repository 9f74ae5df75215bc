package org.hindcast.architecture.violators.web.page;

import org.jsoup.nodes.Document;

/** Uses a library that nobody decided to ship. */
public class UsesAnyLibrary {

    private final Document known;

    UsesAnyLibrary(Document known) {
        this.known = known;
    }

    Document known() {
        return known;
    }
}
