package org.hindcast.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.util.Optional;
import java.util.Set;
import org.hindcast.password.Passwords;
import org.hindcast.persistence.Actor;
import org.hindcast.persistence.Changed;
import org.hindcast.user.Credentials;
import org.hindcast.user.UserService;

/**
 * Knows people by email or username and their password. A stranger's name, a wrong password and a disabled account take
 * the same time and get the same answer. No database connection is held while a hash is computed.
 */
@ApplicationScoped
public class PeopleStore implements IdentityStore {

    @Inject
    private UserService users;

    @Inject
    private Passwords passwords;

    @Inject
    private Event<Changed> events;

    /** Called by the identity store handler. The caller's unique id is the user's number. */
    public CredentialValidationResult validate(UsernamePasswordCredential credential) {
        String password = credential.getPasswordAsString();
        String login = credential.getCaller();
        Optional<Credentials> person = known(login) ? users.credentials(login) : Optional.empty();
        boolean right = password.length() <= UserService.LONGEST_PASSWORD // longer ones are refused unhashed
                && passwords.verify(password, person.map(Credentials::hash).orElse(null));
        if (!right || !person.get().active()) {
            events.fire(Changed.act(
                    Changed.SIGN_IN_FAILED,
                    Actor.SYSTEM,
                    "users",
                    person.map(Credentials::id).orElse(null),
                    person.map(Credentials::username).orElse("")));
            return CredentialValidationResult.INVALID_RESULT;
        }
        return valid(person.get(), password);
    }

    private CredentialValidationResult valid(Credentials person, String password) {
        String hash = passwords.needsUpgrade(person.hash()) ? passwords.hash(password) : person.hash();
        users.signedIn(person, hash);
        return new CredentialValidationResult(
                null, person.username(), null, person.id().toString(), Set.of());
    }

    private static boolean known(String login) {
        return login != null && !login.isBlank() && login.length() <= 120 && login.indexOf('\0') < 0;
    }
}
