/**
 * The pages, and everything that knows Faces.
 *
 * <p>Packages are named as the folders of the pages, and a bean as its page: {@code /admin/users.xhtml} is {@code
 * web.admin.UsersPage}. A page holds no query, a bean hardly more than its state, one call of a service and one
 * message.
 *
 * <p>Pages keep no state on the server: what a form needs travels as a parameter, a form proves itself by a token, and
 * every change ends with a redirect. So a page survives a restart, a second tab and the back button, strangers cost no
 * memory, and any node can answer. There is no inline script or style, so that the content security policy can forbid
 * both.
 */
package org.hindcast.web;
