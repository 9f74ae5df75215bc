/**
 * What the product says about itself, one event a line, as text for people or JSON for machines.
 *
 * <p>The servers differ in how they configure and format their logs, and some of it can't be said from within a WAR.
 * Hindcast therefore takes over the handling of its own loggers at start and leaves the server's alone. Code logs
 * through {@link java.lang.System.Logger}, which every server understands.
 *
 * <p>Each line names the request that it belongs to, and so do error pages and the audit, so that what a person reports
 * can be found. Control characters are escaped: nobody can forge a line by what they type.
 */
package org.hindcast.log;
