/**
 * Administration. A screen is declared, not written: its columns and its fields; list, search, forms, conflict and
 * deletion come from {@code CrudPage} and one template. It appears in the menu and among the permissions by being
 * there.
 *
 * <p>What a screen needs beyond that is first a slot of the template, then an override in its bean, then a page of its
 * own, but never a switch in what all of them share.
 */
package org.hindcast.web.admin;
