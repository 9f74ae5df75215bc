package org.hindcast.web.component;

import jakarta.faces.component.UIComponentBase;

/** A part of a page that is written in Java. It has no renderer, reads its attributes anew each time and keeps nothing. */
public abstract class Part extends UIComponentBase {

    @Override
    public String getFamily() {
        return "hindcast";
    }

    /** What the page gives it by that name, null when nothing. */
    protected Object get(String attribute) {
        return getAttributes().get(attribute);
    }
}
