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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hindcast.support.Await;
import org.hindcast.support.EmptyDatabase;
import org.hindcast.support.LocalServer;
import org.jsoup.Connection.Method;
import org.jsoup.Connection.Response;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The same WAR on a server of its own, set up as for production: behind TLS, by invitation only. */
class ProductionIT {

    private static final String PASSWORD = "a password for production only";
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final String SOMEBODY = """
            insert into users (username, email, first_name, last_name, password_hash, active)
            select '%1$s', '%1$s@example.org', 'S', 'B', password_hash, %2$s from users where username = 'admin' returning id
            """;
    private static final ByteArrayOutputStream SAID = new ByteArrayOutputStream();
    private static final Map<String, Integer> WITHOUT_TABLES = new LinkedHashMap<>();

    private static Client client;
    private static EmptyDatabase database;
    private static LocalServer server;

    @BeforeAll
    static void start() throws Exception {
        int port = freePort();
        client = new Client("http://127.0.0.1:" + port + "/");
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
        assertEquals(200, client.get("signin").statusCode());
        assertEquals(200, client.get("health/ready").statusCode());
    }

    @Test
    @DisplayName("SEC-13: behind TLS every cookie is Secure, HttpOnly, SameSite, and of this very host")
    void every_cookie_belongs_to_this_host_and_to_tls() throws Exception {
        Response in = client.signIn("admin", PASSWORD);
        assertEquals(303, in.statusCode(), in.body());
        List<String> cookies = new ArrayList<>(in.headers("Set-Cookie"));
        cookies.addAll(client.get("signin").headers("Set-Cookie"));
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
        client.signIn("admin", PASSWORD, "6.6.6.6, 203.0.113.7");
        String last = "select address from audit_entries where action = 'sign-in' order by id desc limit 1";
        assertEquals("203.0.113.7", stored(last));
        client.signIn("admin", PASSWORD, "203.0.113.7, <script>");
        assertEquals("127.0.0.1", stored(last));
    }

    @Test
    @DisplayName("SEC-14: behind TLS every answer says so for a year")
    void every_answer_insists_on_tls() throws Exception {
        for (String path : List.of("signin", "models", "nothing", "health/live", "do/signout", "api/v1/models")) {
            assertEquals(
                    "max-age=31536000; includeSubDomains", client.get(path).header("Strict-Transport-Security"), path);
        }
    }

    @Test
    @DisplayName("O0-01: where registration is switched off, there is no form, no way to it, and no way around it")
    void a_closed_registration_is_closed() throws Exception {
        assertTrue(client.get("signin").parse().select("a[href$=register]").isEmpty());
        Document closed = client.get("register").parse();
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
        Response signIn = client.get("signin");
        forged.put("csrf", signIn.parse().expectFirst("[name=csrf]").val());
        client.request("register")
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
        assertEquals(200, client.signIn("admin", "not " + PASSWORD).statusCode());
    }

    @Test
    @DisplayName("O0-04 SEC-8: unknown, wrong and disabled get one answer, after the same time: 50 tries of each")
    void neither_the_answer_nor_its_time_tells_whether_somebody_is_known() throws Exception {
        Map<String, String> logins = Map.of("unknown", "somebody-1", "wrong", "somebody-2", "disabled", "somebody-3");
        Tries.Try one = kind -> client.signIn(logins.get(kind), kind.equals("disabled") ? PASSWORD : "not it");
        stored(SOMEBODY.formatted("somebody-2", "true"));
        stored(SOMEBODY.formatted("somebody-3", "false"));
        try {
            Set<String> answers = new HashSet<>();
            for (String kind : logins.keySet()) {
                Response answer = one.of(kind);
                answers.add(answer.statusCode() + " " + answer.body().length() + " "
                        + answer.parse().select(".flash, .error").text());
            }
            assertEquals(1, answers.size(), answers.toString());
            assertTrue(answers.toString().contains("Invalid email or password"), answers.toString());
            Tries tries = Tries.made(server.pid(), logins.keySet(), one);
            assertTrue(tries.areEven(), tries.toString());
        } finally {
            stored(
                    "with gone as (delete from users where username like 'somebody-_' returning 1) select count(*) from gone");
        }
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
            statuses.put(path, client.get(path).statusCode());
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
        assertTrue(Await.within(PATIENCE, () -> lives() && stored(waiting).equals("1")), SAID.toString());
    }

    private static boolean lives() {
        try {
            return client.get("health/live").statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
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
