package org.hindcast.architecture.violators.web.page;

import jakarta.inject.Inject;

/** Is given more others than a reader can hold in mind. */
public class Octopus {

    @Inject
    Object first;

    @Inject
    Object second;

    @Inject
    Object third;

    @Inject
    Object fourth;

    @Inject
    Object fifth;

    @Inject
    Object sixth;

    @Inject
    Object seventh;
}
