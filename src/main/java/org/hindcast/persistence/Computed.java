package org.hindcast.persistence;

/** A column that a function of the database makes from the record's number. */
public record Computed(String function, Class<?> type) {}
