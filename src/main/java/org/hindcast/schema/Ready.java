package org.hindcast.schema;

/** The tables are in place: fired once at each start, before anybody is let in. */
public record Ready() {}
