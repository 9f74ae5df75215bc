package org.hindcast.architecture.violators.project;

/** Something that an entity may not know. */
public class ProjectService {}
