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
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
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
                return hashed.equals(generate(password));
            }
        });
        passwords.prepare();
    }

    @Test
    @DisplayName("SEC-8: a stranger's password costs one hash, as dear as anybody's")
    void a_stranger_costs_as_much_as_anybody() {
        passwords.verify("some password", STORED);
        assertFalse(passwords.verify("nobody", null), "whatever a stranger's hash was made of");
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

    @Test
    @DisplayName("S4-03: with a pepper passwords from before and since are known, and without it the latter no more")
    void a_seasoned_password_is_known_by_its_pepper_alone() throws Exception {
        String plain = passwords.hash("some password");
        set("settings", peppered());
        String seasoned = passwords.hash("some password");
        assertTrue(passwords.verify("some password", plain));
        assertTrue(passwords.verify("some password", seasoned));
        assertFalse(passwords.verify("another password", seasoned));
        set("settings", new Settings());
        assertFalse(passwords.verify("some password", seasoned));
        assertTrue(passwords.needsUpgrade(seasoned));
    }

    @Test
    @DisplayName("SEC-8: never more hashes at once than there are cores; the rest waits for its turn")
    void a_storm_of_sign_ins_takes_no_more_than_the_cores() throws Exception {
        int cores = Runtime.getRuntime().availableProcessors();
        int storm = cores + 3;
        Slow slow = new Slow();
        set("hash", slow);
        ExecutorService threads = Executors.newFixedThreadPool(storm);
        List<Future<?>> asked = new ArrayList<>();
        for (int i = 0; i < storm; i++) {
            boolean registers = i % 2 == 0;
            asked.add(threads.submit(
                    () -> registers ? passwords.hash("some password") : passwords.verify("some password", STORED)));
        }
        assertTrue(slow.begun.tryAcquire(cores, 30, TimeUnit.SECONDS), "as many as there are cores work");
        assertFalse(slow.begun.tryAcquire(300, TimeUnit.MILLISECONDS), "and one more");
        slow.end.release(storm);
        for (Future<?> each : asked) {
            each.get(30, TimeUnit.SECONDS);
        }
        assertEquals(storm - cores, slow.begun.availablePermits(), "the rest had its turn");
        threads.shutdown();
    }

    /** A hash that takes as long as the test says. */
    private static final class Slow implements Pbkdf2PasswordHash {

        private final Semaphore begun = new Semaphore(0);
        private final Semaphore end = new Semaphore(0);

        @Override
        public String generate(char[] password) {
            begun.release();
            end.acquireUninterruptibly();
            return STORED;
        }

        @Override
        public boolean verify(char[] password, String hashed) {
            return generate(password).equals(hashed);
        }
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
