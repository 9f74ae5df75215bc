package org.hindcast.architecture.violators.project;

/** The one implementation. */
public class Hello implements Greeting {

    @Override
    public String text() {
        return "Hello";
    }
}
