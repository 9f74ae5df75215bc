/**
 * The pages that everybody has, the menu around them, and health.
 */
package org.hindcast.web.page;
