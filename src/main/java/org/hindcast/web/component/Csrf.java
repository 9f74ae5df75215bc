package org.hindcast.web.component;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.hindcast.settings.Settings;

/**
 * Proves that a form which comes back was given out by us to this browser and this session. The token is an HMAC over a random
 * cookie and the session, so that no state is kept for strangers. After the OWASP Cross-Site Request Forgery Prevention Cheat
 * Sheet, "signed double-submit cookie".
 */
@Named
@RequestScoped
public class Csrf {

    /** The form field that carries the token. */
    public static final String FIELD = "csrf";

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int DAY = 86_400;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Cookies cookies;

    @Inject
    private Settings settings;

    private String token;

    /** For the forms that are being written; gives the browser its cookie when it has none. */
    public String getToken() {
        if (token == null) {
            String cookie = cookies.get("form");
            if (cookie.isEmpty()) {
                cookie = random();
                cookies.set("form", cookie, DAY);
            }
            token = token(cookie);
        }
        return token;
    }

    /** Whether the token in the request is one that this browser was given in this session. */
    public boolean isValid() {
        String cookie = cookies.get("form");
        String given = request.getParameter(FIELD);
        return !cookie.isEmpty() && given != null && MessageDigest.isEqual(bytes(given), bytes(token(cookie)));
    }

    private String token(String cookie) {
        try {
            String session = request.getSession(false) == null
                    ? ""
                    : request.getSession(false).getId();
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(bytes(settings.secret()), "HmacSHA256"));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(bytes(cookie + "|" + session)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HmacSHA256.", e);
        }
    }

    private static String random() {
        byte[] bytes = new byte[18];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
