/**
 * Registered models and their versions.
 *
 * <p>The room is not called {@code model}, which would mean too many things in a program. Versions are numbered by the
 * registry, without gaps, under a lock of their model; a label is what people call them. At what stage a version is, is
 * a fact about the version, with the person who put it there.
 */
package org.hindcast.mlmodel;
