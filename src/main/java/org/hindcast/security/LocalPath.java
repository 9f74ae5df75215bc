package org.hindcast.security;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Ways back after signing in: paths of this very site, nothing else. */
public final class LocalPath {

    private static final Pattern NOT_ASCII = Pattern.compile("[^\\x21-\\x7e]+");

    private LocalPath() {}

    /** The path itself when it stays on this site, else the home page. */
    public static String or(String path, String home) {
        boolean local = path != null
                && path.startsWith("/")
                && !path.startsWith("//")
                && path.indexOf('\\') < 0
                && path.chars().noneMatch(Character::isISOControl);
        return local ? NOT_ASCII.matcher(path).replaceAll(odd -> encoded(odd.group())) : home;
    }

    /** Where to sign in and come back from, for a request that needs somebody signed in. */
    static String signIn(HttpServletRequest request) {
        String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        boolean page = !request.getServletPath().startsWith("/do/");
        String wanted = page ? request.getRequestURI() + query : request.getContextPath() + "/";
        return request.getContextPath() + "/signin?next=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
