package org.hindcast.prediction;

/**
 * Who told a prediction.
 *
 * @param token the name of the token with which their program came, null when they came themselves
 */
public record Producer(int id, String username, String fullName, String token) {}
