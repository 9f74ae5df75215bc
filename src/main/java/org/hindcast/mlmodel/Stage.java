package org.hindcast.mlmodel;

/** How far a version has come. */
public enum Stage {
    NONE,
    STAGING,
    PRODUCTION,
    ARCHIVED
}
