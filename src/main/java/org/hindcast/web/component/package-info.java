/**
 * What pages are made of: lists, labels, messages, tokens. Nothing here knows a room, so that any screen may use it.
 */
package org.hindcast.web.component;
