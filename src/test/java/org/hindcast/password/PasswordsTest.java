package org.hindcast.password;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hindcast.settings.Settings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PasswordsTest {

    private static final String STORED = "PBKDF2WithHmacSHA256:600000:salt:key";

    private final List<String> tried = new ArrayList<>();
    private final Passwords passwords = new Passwords();

    @BeforeEach
    void countHashes() throws Exception {
        set("settings", new Settings());
        set("hash", new Pbkdf2PasswordHash() {
            @Override
            public void initialize(Map<String, String> parameters) {
                assertEquals("600000", parameters.get("Pbkdf2PasswordHash.Iterations"));
            }

            @Override
            public String generate(char[] password) {
                return "PBKDF2WithHmacSHA256:600000:salt:" + new String(password);
            }

            @Override
            public boolean verify(char[] password, String hashed) {
                tried.add(hashed.split(":")[1]);
                return true;
            }
        });
        passwords.prepare();
    }

    @Test
    @DisplayName("SEC-8: a stranger's password costs one hash, as dear as anybody's")
    void a_stranger_costs_as_much_as_anybody() {
        passwords.verify("some password", STORED);
        assertFalse(passwords.verify("some password", null));
        assertEquals(List.of("600000", "600000"), tried);
    }

    @Test
    @DisplayName("S4-03: a pepper is mixed into the password before it is hashed, and the hash says so")
    void a_pepper_takes_part() throws Exception {
        String plain = passwords.hash("some password");
        set("settings", peppered());
        String seasoned = passwords.hash("some password");
        assertTrue(seasoned.endsWith(":pepper"));
        assertFalse(seasoned.contains("some password"), "the fake shows what it was given to hash");
        assertTrue(plain.endsWith("some password"));
        assertTrue(passwords.needsUpgrade(plain));
        assertFalse(passwords.needsUpgrade(seasoned));
        assertEquals(seasoned, passwords.hash("some password"), "the same pepper gives the same to hash");
    }

    private static Settings peppered() throws ReflectiveOperationException {
        Constructor<Settings> of = Settings.class.getDeclaredConstructor(Map.class);
        of.setAccessible(true);
        return of.newInstance(Map.of("HINDCAST_PASSWORD_PEPPER", "a pepper that no database knows"));
    }

    private void set(String name, Object value) throws ReflectiveOperationException {
        Field field = Passwords.class.getDeclaredField(name);
        field.setAccessible(true);
        field.set(passwords, value);
    }
}
