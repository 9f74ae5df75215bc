package org.hindcast.password;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.text.Normalizer;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.hindcast.settings.Settings;

/**
 * The one hasher of passwords: PBKDF2-HMAC-SHA256 with a salt of its own for each, the cost written in the hash
 * ({@code PBKDF2WithHmacSHA256:600000:salt:hash}, and {@code :pepper} behind it when the pepper took part).
 * Never more hashes at once than there are cores, so that a storm of sign-ins leaves the rest of the product alive.
 * Cost after the OWASP Password Storage Cheat Sheet.
 */
@ApplicationScoped
public class Passwords {

    private static final String PEPPERED = ":pepper";

    @Inject
    private Pbkdf2PasswordHash hash;

    @Inject
    private Settings settings;

    private final Semaphore cores = new Semaphore(Runtime.getRuntime().availableProcessors(), true);
    private String nobody;

    @PostConstruct
    void prepare() {
        hash.initialize(Map.of(
                "Pbkdf2PasswordHash.Algorithm",
                "PBKDF2WithHmacSHA256",
                "Pbkdf2PasswordHash.Iterations",
                String.valueOf(settings.passwordIterations())));
        nobody = hash("nobody");
    }

    /** The text to store for this password; another one each time. */
    public String hash(String password) {
        String pepper = settings.passwordPepper();
        String made = oneOfFew(() -> hash.generate(season(password, pepper)));
        return pepper.isEmpty() ? made : made + PEPPERED;
    }

    /** Whether this password made that stored text. Takes as long for a stranger's text, null, as for a person's. */
    public boolean verify(String password, String stored) {
        String text = stored == null ? nobody : stored;
        boolean peppered = text.endsWith(PEPPERED);
        String plain = peppered ? text.substring(0, text.length() - PEPPERED.length()) : text;
        char[] seasoned = season(password, peppered ? settings.passwordPepper() : "");
        return oneOfFew(() -> hash.verify(seasoned, plain)) && stored != null;
    }

    /** Whether the stored text is cheaper than today's cost, or lacks today's pepper. */
    public boolean needsUpgrade(String stored) {
        boolean cheap = Integer.parseInt(stored.split(":")[1]) < settings.passwordIterations();
        return cheap || stored.endsWith(PEPPERED) == settings.passwordPepper().isEmpty();
    }

    private <R> R oneOfFew(Supplier<R> work) {
        cores.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            cores.release();
        }
    }

    private static char[] season(String password, String pepper) {
        String normal = Normalizer.normalize(password, Normalizer.Form.NFKC);
        if (pepper.isEmpty()) {
            return normal.toCharArray();
        }
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(pepper.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] seasoned = mac.doFinal(normal.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(seasoned).toCharArray();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HmacSHA256.", e);
        }
    }
}
