package org.hindcast.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** What every answer says to the browser, whatever its status. After the OWASP Secure Headers Project. */
public final class Headers {

    /** Pages replace it by one of the same strength with a nonce. */
    private static final String POLICY =
            "default-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'; script-src 'self'";

    private Headers() {}

    static void on(HttpServletRequest request, HttpServletResponse response, boolean secure) {
        response.setHeader("Content-Security-Policy", POLICY);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("X-Frame-Options", "DENY");
        if (secure) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        }
        if (request.getHeader("Upgrade") != null) {
            // Java's HttpClient asks so for HTTP/2; Payara would then call an answer compressed and send it as it is.
            response.setHeader("Content-Encoding", "identity");
        }
    }
}
