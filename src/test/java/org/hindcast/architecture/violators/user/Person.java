package org.hindcast.architecture.violators.user;

/** Somebody to be known by others. */
public class Person {}
