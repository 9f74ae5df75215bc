package org.hindcast.security;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import org.hindcast.Refusal;
import org.hindcast.persistence.Actor;
import org.hindcast.user.Who;

/** Who is asking now, as the door found out: a person, or nobody. Pages know it as {@code me}. */
@Named("me")
@RequestScoped
public class SignedIn {

    static final String ATTRIBUTE = "hindcast.who";

    @Inject
    private HttpServletRequest request;

    /** The person, null for a stranger. */
    public Who getWho() {
        return (Who) request.getAttribute(ATTRIBUTE);
    }

    public boolean isAuthenticated() {
        return getWho() != null;
    }

    public boolean isAnonymous() {
        return getWho() == null;
    }

    public boolean isActive() {
        return getWho() != null && getWho().active();
    }

    /** The person's number, null for a stranger. */
    public Integer getId() {
        return getWho() == null ? null : getWho().id();
    }

    /** Whether the person may do this; a stranger may nothing. */
    public boolean can(String permission) {
        return getWho() != null && getWho().can(permission);
    }

    /** The person as services want them. @throws Refusal.Forbidden for a stranger */
    public Actor actor() {
        if (getWho() == null) {
            throw new Refusal.Forbidden("sign-in");
        }
        return getWho();
    }

    /** @throws Refusal.Forbidden when the person may not do this */
    public Actor require(String permission) {
        if (!can(permission)) {
            throw new Refusal.Forbidden(permission);
        }
        return getWho();
    }
}
