package org.hindcast.architecture.violators.project.inner;

/** A room within a room. */
public class Hidden {}
