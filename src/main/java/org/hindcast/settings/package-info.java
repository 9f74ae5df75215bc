/**
 * What the operator decides, from environment variables, read once.
 *
 * <p>This is the only place that reads the environment, so that a look at {@code Setting} shows everything there is to
 * decide, with its default and its meaning; a test holds the table of the README against it. The same WAR runs
 * everywhere.
 *
 * <p>Development may be careless, production may not: a secret that is missing, short or known stops the start with one
 * line that says what to do, instead of a default that nobody changes. There is no debug mode that could be left on.
 */
package org.hindcast.settings;
