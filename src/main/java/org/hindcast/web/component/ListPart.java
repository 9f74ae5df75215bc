package org.hindcast.web.component;

/**
 * A part of a list's page that is written in Java, because as a template it took thousands of expressions, which were two thirds
 * of the time of a page.
 */
abstract class ListPart extends Part {

    LazyTable table() {
        return (LazyTable) get("table");
    }

    String room() {
        return (String) get("room");
    }

    boolean is(String attribute) {
        return Boolean.TRUE.equals(get(attribute));
    }
}
