/**
 * The tables of the database: made and changed by SQL scripts when the product starts, and by nothing else.
 *
 * <p>JPA generates no tables, because what it generates differs with the provider and can't be reviewed. Scripts only
 * add, so that the version before still runs while nodes are replaced one by one. Flyway applies them under a lock of
 * the database that a second node waits for, however long it takes, on connections of their own that no time limit of
 * the application cuts short. These may sign in as another role, which owns the tables: each start then grants the
 * application's own role what it needs, so that it can't switch off what guards them.
 *
 * <p>The migration runs beside the deployment, not within it: the server is up at once, answers that it is alive, and
 * lets nobody in until the tables are there. Waiting for a database that is not up yet belongs to that, since the two
 * are often started together. Bad settings are the opposite case: waiting does not help, so the start ends with one
 * line for each of them.
 */
package org.hindcast.schema;
