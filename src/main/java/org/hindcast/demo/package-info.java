/**
 * Something to look at in an empty registry, when the operator asks for it: 43 years of carbon dioxide at Mauna Loa
 * with a model that predicts them, and a thousand people.
 *
 * <p>It comes through the services as everybody does, so it is a door: nobody knows it, and it can be taken out without
 * a trace.
 */
package org.hindcast.demo;
