/**
 * Who reads a page, and how: language, zone, theme, and what this reader means by a time or a name that they typed. All
 * pages know it, it knows none of them.
 */
package org.hindcast.web.reader;
