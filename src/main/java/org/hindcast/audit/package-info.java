/**
 * Who did what, when, from where: one row for each act, and what it changed, before and after.
 *
 * <p>The latest of the rooms: it observes what the others tell and nobody calls it to write. An act and its row are one
 * transaction, so that neither is there without the other; a refusal is noted even when all else is rolled back. The tables
 * refuse every change and deletion, so a mistake in here can't rewrite the past. Rows are written by native SQL, several at
 * once: a bulk act must not be slow because it is audited.
 */
package org.hindcast.audit;
