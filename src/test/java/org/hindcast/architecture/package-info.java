/**
 * The rules of the house as code: who may know whom, which outside API belongs where, what classes look like.
 *
 * <p>A rule about a package that does not exist holds for ever, and so does one with a slip in its pattern. Therefore the names
 * of packages are constants of {@link org.hindcast.architecture.House} that a test compares with what is there, and each
 * {@link org.hindcast.architecture.Rule} comes with a class that it must catch. A new package is first named in the house.
 */
package org.hindcast.architecture;
