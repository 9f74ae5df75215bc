/**
 * The door for programs: REST under {@code /api/v1}.
 *
 * <ul>
 *   <li>A program comes with a bearer token, never with a session, so that no other site can act through somebody's browser. What
 *       it may do is what its owner may, as far as the token's scopes reach; each method names the scope that it takes.
 *   <li>There is no twin of any record. A request's members are taken by name, each by the resource that knows it, so that nobody
 *       sets an owner or a version; a member that nobody took is refused by name. Answers are rows of the same lists that pages
 *       show.
 *   <li>Lists go on by a cursor that holds the last row's place in their order: pages neither skip nor repeat while rows come and go.
 *   <li>A change says which version it saw ({@code If-Match}); whoever comes second gets 412 and has overwritten nothing.
 *   <li>Every failure is {@code application/problem+json} with pointers to what is wrong, and without a word about what the server is
 *       made of.
 *   <li>{@code openapi.json} is written by hand, and a test compares it with the methods.
 * </ul>
 */
package org.hindcast.api;
