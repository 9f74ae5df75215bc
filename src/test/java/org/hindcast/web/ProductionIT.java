package org.hindcast.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hindcast.support.EmptyDatabase;
import org.hindcast.support.LocalServer;
import org.jsoup.Connection.Method;
import org.jsoup.Connection.Response;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.FormElement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The same WAR on a server of its own, set up as for production: behind TLS, by invitation only, by invitation only. */
class ProductionIT {

    private static final String PASSWORD = "a password for production only";
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final ByteArrayOutputStream SAID = new ByteArrayOutputStream();
    private static final Map<String, Integer> WITHOUT_TABLES = new LinkedHashMap<>();

    private static String address;
    private static EmptyDatabase database;
    private static LocalServer server;

    @BeforeAll
    static void start() throws Exception {
        int port = freePort();
        address = "http://127.0.0.1:" + port + "/";
        database = new EmptyDatabase();
        try (Connection other = database.source().getConnection()) {
            // What nobody else may finish before it is decided keeps the first script waiting.
            other.setAutoCommit(false);
            other.createStatement().execute("create table users (id integer)");
            server = LocalServer.start(
                    Path.of(System.getProperty("it.config")).getParent(),
                    port,
                    settings(port),
                    new PrintStream(SAID, true));
            awaitFirstScript();
            look(WITHOUT_TABLES);
            other.rollback();
        }
        assertTrue(server.awaitReady(PATIENCE), SAID.toString());
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
        database.close();
    }

    @Test
    @DisplayName("S0-09 S0-13 SEC-18: nothing but the health is served before the tables are there")
    void nobody_is_let_in_before_the_tables_are_there() throws Exception {
        assertNobodyIsLetIn(WITHOUT_TABLES);
        assertEquals(200, get("signin").statusCode());
        assertEquals(200, get("health/ready").statusCode());
    }

    @Test
    @DisplayName("SEC-13: behind TLS every cookie is Secure, HttpOnly, SameSite, and of this very host")
    void every_cookie_belongs_to_this_host_and_to_tls() throws Exception {
        Response in = signIn(PASSWORD);
        assertEquals(303, in.statusCode(), in.body());
        List<String> cookies = new java.util.ArrayList<>(in.headers("Set-Cookie"));
        cookies.addAll(get("signin").headers("Set-Cookie"));
        assertTrue(cookies.stream().anyMatch(c -> c.startsWith("__Host-hindcast-session=")), cookies.toString());
        assertTrue(cookies.stream().anyMatch(c -> c.startsWith("__Host-hindcast-remember=")), cookies.toString());
        assertTrue(cookies.stream().anyMatch(c -> c.startsWith("__Host-hindcast-form=")), cookies.toString());
        for (String cookie : cookies) {
            String small = cookie.toLowerCase() + ";";
            for (String part : List.of("; secure;", "; httponly;", "; samesite=lax;", "; path=/;")) {
                assertTrue(small.contains(part), part + " of " + cookie);
            }
            assertFalse(small.contains("domain="), cookie);
        }
    }

    @Test
    @DisplayName("SEC-25: behind a trusted proxy the audit names its client, not what the client wrote before")
    void the_audit_names_the_client_of_the_proxy() throws Exception {
        signIn(PASSWORD, "6.6.6.6, 203.0.113.7");
        String last = "select address from audit_entries where action = 'sign-in' order by id desc limit 1";
        assertEquals("203.0.113.7", stored(last));
        signIn(PASSWORD, "203.0.113.7, <script>");
        assertEquals("127.0.0.1", stored(last));
    }

    @Test
    @DisplayName("SEC-14: behind TLS every answer says so for a year")
    void every_answer_insists_on_tls() throws Exception {
        for (String path : List.of("signin", "models", "nothing", "health/live", "do/signout", "api/v1/models")) {
            assertEquals("max-age=31536000; includeSubDomains", get(path).header("Strict-Transport-Security"), path);
        }
    }

    @Test
    @DisplayName("O0-01: where registration is switched off, there is no form, no way to it, and no way around it")
    void a_closed_registration_is_closed() throws Exception {
        assertTrue(get("signin").parse().select("a[href$=register]").isEmpty());
        Document closed = get("register").parse();
        assertTrue(closed.select("input[name=username]").isEmpty());
        assertTrue(closed.text().contains("Registration is closed here"), closed.text());
        Map<String, String> forged = new HashMap<>(Map.of(
                "register", "register",
                "submit", "submit",
                "username", "mallory",
                "email", "mallory@example.org",
                "firstName", "M",
                "lastName", "M"));
        forged.putAll(Map.of("password", PASSWORD, "confirm", PASSWORD, "jakarta.faces.ViewState", "stateless"));
        Response signIn = get("signin");
        forged.put("csrf", signIn.parse().expectFirst("[name=csrf]").val());
        request("register")
                .method(Method.POST)
                .data(forged)
                .cookies(signIn.cookies())
                .execute();
        assertEquals("admin", stored("select string_agg(username, ',') from users"));
    }

    @Test
    @DisplayName("SEC-7: a stored password matches PBKDF2WithHmacSHA256 of at least 600,000 iterations")
    void a_password_is_hashed_at_todays_cost() throws Exception {
        String hash = stored("select password_hash from users where username = 'admin'");
        assertTrue(hash.matches("PBKDF2WithHmacSHA256:([6-9]\\d{5}|\\d{7,}):.*"), hash.replaceAll(":[^:]*$", ""));
        assertEquals(200, signIn("not " + PASSWORD).statusCode());
    }

    @Test
    @DisplayName("S0-30: nothing that is secret was said")
    void no_secret_was_said() {
        assertTrue(SAID.toString().contains("Hindcast is ready"), SAID.toString());
        assertFalse(SAID.toString().contains(PASSWORD));
        assertFalse(SAID.toString().contains(settings(0).get("HINDCAST_SECRET")));
    }

    private static Map<String, String> settings(int port) {
        Map<String, String> settings = new HashMap<>();
        settings.put("HINDCAST_MODE", "production");
        settings.put("HINDCAST_PORT", Integer.toString(port));
        settings.put("HINDCAST_SECRET", "ThisSecretIsForTheTestOfProduction-0123456789");
        settings.put("HINDCAST_ADMIN_PASSWORD", PASSWORD);
        settings.put("HINDCAST_PASSWORD_ITERATIONS", "600000");
        settings.put("HINDCAST_SECURE_COOKIES", "true");
        settings.put("HINDCAST_TRUSTED_PROXIES", "127.0.0.1");
        settings.put("HINDCAST_REGISTRATION", "false");
        settings.put("HINDCAST_DEMO", "false");
        settings.put("HINDCAST_DATABASE_URL", database.url());
        return settings;
    }

    private static void look(Map<String, Integer> statuses) throws IOException {
        for (String path :
                List.of("health/ready", "healthcheck/", "signin", "models", "api/v1/models", "health/live")) {
            statuses.put(path, get(path).statusCode());
        }
    }

    private static void assertNobodyIsLetIn(Map<String, Integer> statuses) {
        statuses.forEach((path, status) -> assertEquals(path.equals("health/live") ? 200 : 503, status, path));
        assertEquals(6, statuses.size());
    }

    /** Until the WAR is there, and the first script waits for what was begun before it. */
    private static void awaitFirstScript() throws Exception {
        String waiting =
                "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'";
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!lives() || !stored(waiting).equals("1")) {
            assertTrue(System.nanoTime() < deadline, SAID.toString());
            Thread.sleep(200);
        }
    }

    private static boolean lives() {
        try {
            return get("health/live").statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Cookies for TLS are not sent without it, unless a client is told to. */
    private static Response signIn(String password) throws IOException {
        return signIn(password, "");
    }

    private static Response signIn(String password, String forwardedFor) throws IOException {
        Response page = get("signin");
        FormElement form = (FormElement) page.parse().expectFirst("#signin");
        form.expectFirst("#email").val("admin");
        form.expectFirst("#password").val(password);
        form.expectFirst("#remember").attr("checked", "checked");
        return request("signin")
                .method(Method.POST)
                .header("X-Forwarded-For", forwardedFor)
                .data(form.formData())
                .data("submit", "submit")
                .cookies(page.cookies())
                .execute();
    }

    private static Response get(String path) throws IOException {
        return request(path).execute();
    }

    private static org.jsoup.Connection request(String path) {
        return Jsoup.connect(address + path)
                .followRedirects(false)
                .ignoreHttpErrors(true)
                .ignoreContentType(true);
    }

    private static String stored(String sql) throws Exception {
        try (Connection connection = database.source().getConnection();
                var rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
