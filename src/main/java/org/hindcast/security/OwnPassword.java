package org.hindcast.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.hindcast.Refusal;
import org.hindcast.password.Passwords;
import org.hindcast.user.Credentials;
import org.hindcast.user.User;
import org.hindcast.user.UserService;

/** A person gives themselves another password: every other session and every remembered browser of theirs ends, this session goes on. */
@ApplicationScoped
public class OwnPassword {

    @Inject
    private SignedIn me;

    @Inject
    private UserService users;

    @Inject
    private Passwords passwords;

    @Inject
    private Sessions sessions;

    @Inject
    private Remembering remembering;

    /** @throws Refusal at {@code current} when that is not the present one */
    public void change(String current, String next, HttpServletRequest request, HttpServletResponse response) {
        String stored =
                users.credentials(me.getWho().email()).map(Credentials::hash).orElse(null);
        boolean likely = current.length() <= UserService.LONGEST_PASSWORD;
        if (!likely || !passwords.verify(current, stored)) {
            throw Refusal.at("current", "account.password.wrong");
        }
        User user = users.find(me.getId());
        users.assign(user, next);
        users.update(user, user.getVersion(), me.actor());
        remembering.forget(request, response);
        sessions.begin(request, me.getId());
    }
}
