package org.hindcast.web.account;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.hindcast.support.Person;
import org.hindcast.support.Visitor;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Hashes that were good enough once. */
@ArquillianTest
@RunAsClient
@Tag("thread")
class HashUpgradeIT {

    private static final String KIND = "split_part(password_hash, ':', 1) || ' ' || split_part(password_hash, ':', 2)";

    @Test
    @DisplayName("SEC-7: a hash of fewer iterations is upgraded at the next sign-in, and the password stays")
    void a_cheap_hash_is_upgraded_at_the_next_sign_in() throws Exception {
        Person person = Person.registered();
        String today = person.stored(KIND);
        String cheap = hash(person.password(), Integer.parseInt(today.replaceAll(".* ", "")) - 1);
        Person.asked("update users set password_hash = ? where username = ?", cheap, person.username());
        assertEquals(200, status(person, "not the password"));
        assertEquals(cheap, person.stored("password_hash"), "only the right password tells what to hash");
        assertEquals(303, status(person, person.password()));
        assertEquals(today, person.stored(KIND));
        assertEquals(303, status(person, person.password()));
    }

    private static int status(Person person, String password) throws Exception {
        return Person.signIn(new Visitor(), person.email(), password).statusCode();
    }

    /** As Hindcast stores it. */
    private static String hash(String password, int iterations) throws GeneralSecurityException {
        byte[] salt = "a salt of thirty-two characters.".getBytes(StandardCharsets.UTF_8);
        byte[] key = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                .generateSecret(new PBEKeySpec(password.toCharArray(), salt, iterations, 256))
                .getEncoded();
        Base64.Encoder base64 = Base64.getEncoder();
        return "PBKDF2WithHmacSHA256:" + iterations + ":" + base64.encodeToString(salt) + ":"
                + base64.encodeToString(key);
    }
}
