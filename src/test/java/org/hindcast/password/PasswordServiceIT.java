package org.hindcast.password;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import org.hindcast.persistence.Actor;
import org.hindcast.user.Credentials;
import org.hindcast.user.User;
import org.hindcast.user.UserService;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The hasher, as the server runs it. */
@ExtendWith(ArquillianExtension.class)
class PasswordServiceIT {

    @Inject
    private Passwords passwords;

    @Inject
    private UserService users;

    @Test
    @DisplayName("S0-31, S1-16, S2-46: the right password and no other")
    void only_the_right_password_opens() {
        String stored = passwords.hash("correct horse battery staple");
        assertTrue(passwords.verify("correct horse battery staple", stored));
        assertFalse(passwords.verify("Correct horse battery staple", stored));
        assertFalse(passwords.verify("", stored));
        assertFalse(passwords.verify("nobody", null));
    }

    @Test
    @DisplayName("S0-29, S0-32: only a hash, another one each time")
    void one_password_makes_two_different_hashes() {
        String one = passwords.hash("the same password");
        assertNotEquals(one, passwords.hash("the same password"));
        assertFalse(one.contains("password"));
    }

    @Test
    @DisplayName("SEC-7: the cost stands in the hash, and a cheaper one is to be upgraded")
    void the_cost_is_written_in_the_hash_and_a_cheaper_one_is_to_be_upgraded() {
        String stored = passwords.hash("a password");
        assertEquals("PBKDF2WithHmacSHA256", stored.split(":")[0]);
        assertFalse(passwords.needsUpgrade(stored));
        String[] parts = stored.split(":");
        parts[1] = String.valueOf(Integer.parseInt(parts[1]) - 1);
        assertTrue(passwords.needsUpgrade(String.join(":", parts)));
    }

    @Test
    @DisplayName("Letters typed in two ways are one password")
    void a_password_does_not_depend_on_how_a_keyboard_composes_its_letters() {
        assertTrue(passwords.verify("Zu\u0308rich 1234", passwords.hash("Z\u00fcrich 1234")));
    }

    @Test
    @DisplayName("SEC-7: the better hash of a sign-in never brings back a password that was changed meanwhile")
    void who_signs_in_does_not_undo_a_change_of_the_password() {
        User user = new User();
        user.setUsername("changed" + System.nanoTime());
        user.setEmail(user.getUsername() + "@example.org");
        user.setFirstName("Ada");
        user.setLastName("Lovelace");
        users.create(user, "the old password", Actor.SYSTEM);
        Credentials checked = users.credentials(user.getUsername()).orElseThrow();
        User owner = users.find(checked.id());
        users.assign(owner, "the new password");
        users.update(owner, owner.getVersion(), Actor.SYSTEM);
        users.signedIn(checked, passwords.hash("the old password"));
        Credentials now = users.credentials(user.getUsername()).orElseThrow();
        assertTrue(passwords.verify("the new password", now.hash()));
        users.signedIn(now, "a better hash");
        assertEquals(
                "a better hash",
                users.credentials(user.getUsername()).orElseThrow().hash());
    }
}
