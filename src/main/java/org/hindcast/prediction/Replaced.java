package org.hindcast.prediction;

/**
 * What became of a series that was replaced.
 *
 * @param stored what stands there now; known are those that came twice
 * @param removed how many predictions went
 */
public record Replaced(Stored stored, long removed) {}
