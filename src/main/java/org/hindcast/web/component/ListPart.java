package org.hindcast.web.component;

import jakarta.faces.component.UIComponentBase;

/**
 * A part of a list's page that is written in Java, because as a template it took thousands of expressions, which were two thirds
 * of the time of a page. It reads its attributes anew each time and keeps nothing.
 */
abstract class ListPart extends UIComponentBase {

    @Override
    public String getFamily() {
        return "hindcast";
    }

    LazyTable table() {
        return (LazyTable) get("table");
    }

    String room() {
        return (String) get("room");
    }

    Object get(String attribute) {
        return getAttributes().get(attribute);
    }

    boolean is(String attribute) {
        return Boolean.TRUE.equals(get(attribute));
    }
}
