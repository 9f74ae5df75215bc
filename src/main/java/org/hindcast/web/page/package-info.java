/**
 * The pages that everybody has, and what stands around every page: frame, menu, health.
 */
package org.hindcast.web.page;
