/**
 * What versions of models predicted, and what happened.
 *
 * <p>Predictions come by the million, so they stay outside of the machinery for records: there is no entity, rows are
 * written and read by SQL, and pages read means over stretches of time. Where TimescaleDB is to be had, the table is a
 * hypertable; with plain PostgreSQL the same questions are answered from ordinary tables. A hypertable's key contains
 * the time, and no other table points at it, because that would break its compression and its retention.
 *
 * <p>Errors are counted as result minus outcome, and an outcome may come long after its prediction.
 */
package org.hindcast.prediction;
