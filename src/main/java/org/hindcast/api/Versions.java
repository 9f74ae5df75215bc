package org.hindcast.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import org.hindcast.Refusal;
import org.hindcast.mlmodel.ModelVersion;
import org.hindcast.mlmodel.VersionService;
import org.hindcast.security.SignedIn;

/** The version that a request about predictions names, when its caller may do that with it. */
@RequestScoped
class Versions {

    @Inject
    private VersionService versions;

    @Inject
    private SignedIn me;

    ModelVersion toRead(int model, int number) {
        me.require("versions.read");
        return versions.numbered(model, number);
    }

    /** Who may change a version may tell what it predicted. */
    ModelVersion toWrite(int model, int number) {
        ModelVersion version = versions.numbered(model, number);
        if (!versions.may("edit", version, me.actor())) {
            throw new Refusal.Forbidden("versions.edit");
        }
        return version;
    }

    /** Who may change it and delete it may empty it for another series. */
    ModelVersion toReplace(int model, int number) {
        ModelVersion version = toWrite(model, number);
        if (!versions.may("delete", version, me.actor())) {
            throw new Refusal.Forbidden("versions.delete");
        }
        return version;
    }
}
