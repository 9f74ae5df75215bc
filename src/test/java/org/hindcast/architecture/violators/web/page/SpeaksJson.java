package org.hindcast.architecture.violators.web.page;

import jakarta.json.JsonObject;

/** A page that speaks JSON. */
public class SpeaksJson {

    private final JsonObject known;

    SpeaksJson(JsonObject known) {
        this.known = known;
    }

    JsonObject known() {
        return known;
    }
}
