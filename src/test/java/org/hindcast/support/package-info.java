/**
 * What stands around the WAR while it is tried: a real PostgreSQL, a real server, a browser.
 *
 * <p>Nothing here ships. {@link org.hindcast.support.Run} starts Hindcast for a person; the rest serves the tests, which
 * always run against the WAR as it was built, deployed once and shared by all of them.
 */
package org.hindcast.support;
