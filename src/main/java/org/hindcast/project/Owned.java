package org.hindcast.project;

import org.hindcast.user.User;

/** A record that is somebody's, and that may stand in a project. */
public interface Owned {

    User getOwner();

    /** Null when it stands in none. */
    Project getProject();
}
