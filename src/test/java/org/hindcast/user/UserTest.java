package org.hindcast.user;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A person guards what is theirs. */
class UserTest {

    private final User user = new User();

    @Test
    @DisplayName("S0-28: a password is write-only")
    void reading_a_password_is_a_mistake() {
        assertThrows(UnsupportedOperationException.class, user::getPassword);
    }

    @Test
    @DisplayName("S0-33, S3-07, S0-30: a person's text is the email and nothing else")
    void a_person_is_written_as_their_email() {
        user.setEmail("ada@example.org");
        user.setPasswordHash("PBKDF2WithHmacSHA256:1:a:b");
        assertEquals("ada@example.org", user.toString());
        assertEquals("ada", new Credentials(1, "ada", "PBKDF2WithHmacSHA256:1:a:b", true).toString());
    }

    @Test
    @DisplayName("O0-02: an email is trimmed and lower-cased")
    void an_email_is_trimmed_and_written_small_in_every_country() {
        user.setEmail("  ADA.I@Example.ORG ");
        assertEquals("ada.i@example.org", user.getEmail());
    }

    @Test
    @DisplayName("S0-26, S0-27: never signed in")
    void a_new_person_has_never_signed_in_and_is_active() {
        assertNull(user.getLastLoginAt());
        assertNull(user.getLoginCount());
        assertTrue(user.isActive());
    }

    @Test
    @DisplayName("S1-29, SEC-15: disabling ends the sessions")
    void disabling_somebody_ends_their_sessions_once() {
        user.setActive(false);
        user.setActive(false);
        assertEquals(1, user.getSessionEpoch());
    }

    @Test
    @DisplayName("S4-10, S4-11, S4-12: roles, and what they allow")
    void a_person_may_what_one_of_their_roles_allows() {
        Role reader = new Role();
        reader.setName("Reader");
        reader.setPermissions(java.util.List.of("users.read"));
        user.addRole(reader);
        assertTrue(user.hasRole("Reader"));
        assertTrue(user.can("users.read"));
        assertFalse(user.can("users.edit"));
        user.setRoles(java.util.List.of());
        assertFalse(user.can("users.read"));
    }
}
