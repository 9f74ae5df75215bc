/**
 * Who comes in, and who it is now.
 *
 * <p>There is one mechanism of our own for the whole product, since Jakarta Security 3.0 allows one and this product
 * needs two: a form and a session for pages, a token for {@code /api}. The servers' own differ, do not change the
 * session's id at sign-in everywhere, and send people to addresses taken from the Host header. Everything is closed
 * unless {@code web.xml} names it.
 *
 * <p>A session holds a person's number and an epoch, nothing else. The person is read anew at each request: roles taken
 * away, accounts disabled and sessions ended from elsewhere count from the next request on, on every node.
 *
 * <p>A stranger's name, a wrong password and a disabled account get the same answer after the same time. Strangers get
 * no session, so that they can't fill the memory.
 */
package org.hindcast.security;
