/**
 * Turns passwords into text that may be stored, and tells whether a password made such a text.
 *
 * <p>There is one hasher for the whole product. The container's own would be configured anew at each injection point
 * and starts with 2,048 iterations where somebody forgets to: weak hashes that verify well and that nobody notices. The
 * cost is written into each hash, so it can be raised at any time; older hashes become today's when their owner signs
 * in.
 *
 * <p>Hashing is slow on purpose, which makes a storm of sign-ins an attack on everybody else. Never more hashes are
 * computed at once than there are cores; the rest waits.
 */
package org.hindcast.password;
