package org.hindcast.security;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Ways back after signing in: paths of this very site, nothing else. */
public final class LocalPath {

    private LocalPath() {}

    /** The path itself when it stays on this site, else the home page. */
    public static String or(String path, String home) {
        boolean local = path != null
                && path.startsWith("/")
                && !path.startsWith("//")
                && path.indexOf('\\') < 0
                && path.chars().noneMatch(Character::isISOControl);
        return local ? path : home;
    }

    /** Where to sign in and come back from, for a request that needs somebody signed in. */
    static String signIn(HttpServletRequest request) {
        String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        String wanted = request.getMethod().equals("GET") ? request.getRequestURI() + query : "/";
        String next = "/".equals(wanted) ? "" : "?next=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8);
        return request.getContextPath() + "/signin" + next;
    }
}
