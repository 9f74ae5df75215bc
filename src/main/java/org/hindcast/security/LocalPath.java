package org.hindcast.security;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Ways back after signing in: paths of this very site, nothing else. */
public final class LocalPath {

    private static final Pattern NOT_ASCII = Pattern.compile("[^\\x21-\\x7e]+");

    /** Written into an address, an address grows, and no server takes one without end. */
    private static final int LONGEST = 4_000;

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
        boolean page =
                !request.getMethod().equals("POST") && !request.getServletPath().startsWith("/do/");
        String wanted = page ? withQuery(request.getRequestURI(), request.getQueryString()) : cameFrom(request);
        String local = or(wanted, request.getContextPath() + "/");
        String next = URLEncoder.encode(local, StandardCharsets.UTF_8);
        String fitting =
                next.length() > LONGEST ? URLEncoder.encode(local.split("\\?")[0], StandardCharsets.UTF_8) : next;
        return request.getContextPath() + "/signin?next=" + (fitting.length() > LONGEST ? "%2F" : fitting);
    }

    /** The page of ours on which the link or form stood that was used, null when the browser doesn't tell. */
    public static String cameFrom(HttpServletRequest request) {
        String referer = request.getHeader("Referer");
        try {
            URI from = new URI(referer == null ? "" : referer);
            boolean ours = String.valueOf(from.getRawAuthority()).equals(request.getHeader("Host"));
            return ours ? withQuery(from.getRawPath(), from.getRawQuery()) : null;
        } catch (URISyntaxException nonsense) {
            return null;
        }
    }

    private static String withQuery(String path, String query) {
        return query == null ? path : path + "?" + query;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
