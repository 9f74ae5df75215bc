/**
 * Projects: what a team works on together. Datasets and models may belong to one, and outlive it.
 */
package org.hindcast.project;
