/**
 * A registry of models, of every prediction they make, and of what really happened.
 *
 * <p>Packages are parts of one house. <em>Doors</em> ({@code web}, {@code security}, {@code demo}) let somebody in,
 * <em>rooms</em> ({@code user}, {@code project}, {@code dataset}, {@code mlmodel}, {@code prediction}) are what the
 * product is, in an order in which each may know only those before it, and <em>bedrock</em> ({@code persistence},
 * {@code schema}, {@code password}, {@code settings}, {@code log}) would be the same in any product. Arrows lead
 * downward only, so that a room can be read, tested and changed without knowing who calls it. The tests in {@code
 * org.hindcast.architecture} hold this.
 *
 * <p>Only {@link org.hindcast.Refusal} stands outside: every part may refuse, and every door must be able to say why.
 */
package org.hindcast;
