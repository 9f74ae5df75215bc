/**
 * What the versions of models predicted, and what happened.
 *
 * <p>Errors are counted as result minus outcome, and an outcome may come long after its prediction.
 *
 * <p>Predictions come by the million, so that none is an entity: they are written by statements that take thousands at once
 * and read as records. Decisions:
 *
 * <ul>
 *   <li>With TimescaleDB the table is a hypertable on the time of a prediction. Its key contains the time and no foreign key
 *       points at it: one would stop compression and retention. The primary key (version, time, id) is also the index for "the
 *       latest of a version", read backwards.
 *   <li>The same key twice is one prediction. Since no rule of a hypertable can say so, a table of keys does: both are written
 *       by one statement, so that concurrent batches wait for each other and a retry stores nothing twice.
 *   <li>Charts and scores read sums of hours and days, continuous aggregates with TimescaleDB and ordinary tables without. Days
 *       that changed since the sums were made are read from the predictions themselves, so an answer is exact at once.
 *   <li>Whoever writes predictions therefore goes through {@link org.hindcast.prediction.PredictionIngest} or
 *       {@link org.hindcast.prediction.PredictionUploads}, which name the days that they change.
 *   <li>Up to two thousand rows are one statement with an array for each column, more go by binary COPY: measured, the first is
 *       quicker for one row and as quick for a thousand, the second for ten thousand. That their version exists is asked once
 *       by a trigger for the statement: a foreign key, which asks for each row, took half of the database's time. With
 *       TimescaleDB the key stays, because COPY past such a trigger is not told to its continuous aggregates.
 *   <li>Who may read versions ({@code versions.read}) reads what they predicted and how good they are, on pages as by program;
 *       a file of it takes {@code versions.export}, as every file does.
 *   <li>Whoever writes to a series shares a lock that whoever replaces it holds alone, taken by the first statement: nothing comes
 *       between, and what is acknowledged is not lost beside it.
 * </ul>
 */
package org.hindcast.prediction;
