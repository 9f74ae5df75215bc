package org.hindcast.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ways back after signing in. */
class LocalPathTest {

    @ParameterizedTest
    @DisplayName("S0-38, SEC-17: other sites are no way back")
    @ValueSource(
            strings = {
                "//evil",
                "/\\evil",
                "\\/evil",
                "https://evil",
                "evil",
                "",
                "/\r\nX: y",
                "/\t/evil",
                "javascript:x",
                " /models"
            })
    void other_sites_are_no_way_back(String path) {
        assertEquals("/", LocalPath.or(path, "/"));
    }

    @ParameterizedTest
    @CsvSource({
        "/models, /models",
        "/models?q=a%20b&p=1, /models?q=a%20b&p=1",
        "/models?q=ü, /models?q=%C3%BC",
        "/a b, /a%20b"
    })
    void paths_of_this_site_are_kept_and_written_in_ascii(String path, String written) {
        assertEquals(written, LocalPath.or(path, "/"));
    }

    @ParameterizedTest
    @DisplayName("S0-38, S1-34: after a form was sent without a session, back to the page of ours on which it stood")
    @CsvSource({
        "GET, /admin/users, , /admin/users?id=1",
        "GET, /do/export, , /",
        "GET, /do/export, https://our.host/admin/users?q=a, /admin/users?q=a",
        "POST, /admin/users, https://our.host/admin/users?id=1&do=edit, /admin/users?id=1&do=edit",
        "POST, /admin/users, https://evil.example/admin/users, /",
        "POST, /admin/users, https://our.host.evil.example/x, /",
        "POST, /admin/users, https://our.host//evil.example, /",
        "POST, /admin/users, not an address, /",
        "POST, /admin/users, , /"
    })
    void the_way_back_is_the_page_that_was_seen(String method, String path, String referer, String back) {
        HttpServletRequest request = asking(method, path, "id=1", referer);
        String encoded = URLEncoder.encode(back, StandardCharsets.UTF_8);
        assertEquals("/signin?next=" + encoded, LocalPath.signIn(request));
    }

    @Test
    @DisplayName("S0-38: an address too long to be written into another one leads back to its page")
    void an_endless_address_leads_back_to_its_page() {
        String filters = "q=" + "%C3%BC".repeat(1_000);
        assertEquals("/signin?next=%2Fmodels", LocalPath.signIn(asking("GET", "/models", filters, null)));
        assertEquals("/signin?next=%2F", LocalPath.signIn(asking("GET", "/" + "x".repeat(5_000), "", null)));
        String near = LocalPath.signIn(asking("GET", "/models", "q=" + "x".repeat(3_000), null));
        assertTrue(near.endsWith("x".repeat(3_000)), near);
    }

    private HttpServletRequest asking(String method, String path, String query, String referer) {
        Map<String, String> asked = new HashMap<>(
                Map.of("getMethod", method, "getServletPath", path, "getRequestURI", path, "getQueryString", query));
        asked.put("getContextPath", "");
        return (HttpServletRequest) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {HttpServletRequest.class}, (proxy, called, arguments) -> {
                    boolean header = called.getName().equals("getHeader");
                    String of = header && arguments[0].equals("Host") ? "our.host" : referer;
                    return header ? of : asked.get(called.getName());
                });
    }
}
