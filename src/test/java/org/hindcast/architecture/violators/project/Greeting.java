package org.hindcast.architecture.violators.project;

/** An interface that nobody needs: it has one implementation. */
public interface Greeting {

    String text();
}
