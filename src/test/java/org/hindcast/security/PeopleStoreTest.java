package org.hindcast.security;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.enterprise.event.Event;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult.Status;
import java.lang.reflect.Field;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hindcast.password.Passwords;
import org.hindcast.user.Credentials;
import org.hindcast.user.UserService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a sign-in costs: the time that it takes is that of its hashes. */
@DisplayName("SEC-8, O0-04: nobody learns from the time it takes whether somebody has an account")
class PeopleStoreTest {

    private final List<String> hashed = new ArrayList<>();
    private final PeopleStore store = new PeopleStore();

    @BeforeEach
    void twoPeople() throws Exception {
        set("users", new UserService() {
            @Override
            public Optional<Credentials> credentials(String login) {
                return login.equals("nobody")
                        ? Optional.empty()
                        : Optional.of(new Credentials(1, login, "stored", login.equals("ada")));
            }

            @Override
            public void signedIn(Credentials person, String hash) {}
        });
        set("passwords", new Passwords() {
            @Override
            public boolean verify(String password, String stored) {
                hashed.add(password);
                return password.equals("right") && stored != null;
            }

            @Override
            public boolean needsUpgrade(String stored) {
                return false;
            }
        });
        set(
                "events",
                Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {Event.class}, (p, m, a) -> null));
    }

    @Test
    void one_hash_is_made_whoever_comes_with_whatever() {
        assertEquals(Status.VALID, signIn("ada", "right"));
        for (String login : List.of("ada", "disabled", "nobody", "", "x".repeat(121), "a\0b")) {
            hashed.clear();
            assertEquals(Status.INVALID, signIn(login, "wrong"), login);
            assertEquals(List.of("wrong"), hashed, login);
        }
        hashed.clear();
        assertEquals(Status.INVALID, signIn("disabled", "right"));
        assertEquals(List.of("right"), hashed);
    }

    @Test
    void an_absurd_password_is_hashed_for_nobody() {
        for (String login : List.of("ada", "disabled", "nobody")) {
            assertEquals(Status.INVALID, signIn(login, "x".repeat(UserService.LONGEST_PASSWORD + 1)));
        }
        assertEquals(List.of(), hashed);
    }

    private Status signIn(String login, String password) {
        return store.validate(new UsernamePasswordCredential(login, password)).getStatus();
    }

    private void set(String name, Object value) throws ReflectiveOperationException {
        Field field = PeopleStore.class.getDeclaredField(name);
        field.setAccessible(true);
        field.set(store, value);
    }
}
