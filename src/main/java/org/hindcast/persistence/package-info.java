/**
 * What all records have in common: a number and a version, and one way to list, find, store and delete them.
 *
 * <p>A room extends {@code CrudService} and writes down only what is particular about it, because rules that are
 * repeated per room (concurrent editors, uniqueness, the audit) are forgotten in one of them. One {@code Query} serves
 * a page, an export and a REST answer. A list reads only the columns that it shows and counts no further than it must,
 * so that a million rows open like a thousand.
 *
 * <p>Services take an {@code Actor} instead of asking who is calling: the same service then serves a page, a script and
 * a test. Rooms tell each other by events ({@code Changed}, {@code Deleting}) in the same transaction; the earlier room
 * fires, the later one observes, and arrows keep pointing downward.
 *
 * <p>The code must run on EclipseLink and on Hibernate alike. Therefore fields are mapped by explicit column names,
 * records are read through their getters, there is no cache between transactions, and native SQL numbers its parameters
 * by place.
 */
package org.hindcast.persistence;
