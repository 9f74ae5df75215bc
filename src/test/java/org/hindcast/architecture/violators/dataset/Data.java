package org.hindcast.architecture.violators.dataset;

/** Something to be known by others. */
public class Data {}
