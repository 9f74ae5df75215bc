package org.hindcast.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

    /** An address of a database with somebody's name or password in it. */
    private static final String TELLING = "(?s).*jdbc:postgresql://[^\\s\"'<]*(@|user=|password=).*";

    private static final String GOOD_SECRET = "Jx0mYqv4nB1s8TzK2pWe7RfUa3HdCgLi9oQ5";

    @Test
    @DisplayName("S0-01 S4-01: all that is configured comes from the environment")
    void what_the_environment_says_holds() {
        Settings settings = with(
                "HINDCAST_SECRET",
                GOOD_SECRET,
                "HINDCAST_DEMO",
                "true",
                "HINDCAST_HOSTS",
                "Models.example.org , localhost",
                "HINDCAST_PASSWORD_ITERATIONS",
                "700000");
        assertEquals(List.of(), settings.problems());
        assertEquals(GOOD_SECRET, settings.secret());
        assertTrue(settings.demo());
        assertEquals(List.of("models.example.org", "localhost"), settings.hosts());
        assertEquals(700_000, settings.passwordIterations());
    }

    @Test
    @DisplayName("S0-01: a variable that is absent or blank leaves the default")
    void blank_is_absent() {
        Settings settings = with("HINDCAST_REGISTRATION", "  ", "HINDCAST_LOG_LEVEL", "");
        assertTrue(settings.registrationOpen());
        assertEquals("INFO", settings.get(Setting.LOG_LEVEL));
        assertTrue(settings.production());
    }

    @Test
    @DisplayName("S0-02 S0-03 S2-48: a missing secret stops production with one line that says what to do")
    void a_missing_secret_stops_production() {
        List<String> problems = with().problems();
        assertEquals(1, problems.size(), problems.toString());
        assertTrue(problems.get(0).startsWith("HINDCAST_SECRET is missing."), problems.get(0));
        assertTrue(problems.get(0).contains("openssl rand"), problems.get(0));
        assertFalse(problems.get(0).contains("\n"), "one line");
    }

    @ParameterizedTest
    @DisplayName("S2-48: a weak secret stops production, that of development as well")
    @ValueSource(
            strings = {
                "secret",
                "0123456789012345678901234567890",
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
                "development only, known to everybody"
            })
    void a_weak_secret_stops_production(String secret) {
        List<String> problems = with("HINDCAST_SECRET", secret).problems();
        assertEquals(1, problems.size(), problems.toString());
        assertTrue(problems.get(0).startsWith("HINDCAST_SECRET is too weak."), problems.get(0));
        assertFalse(problems.get(0).contains(secret), "A secret is not written into a log");
    }

    @Test
    @DisplayName("S3-02: development needs no secret")
    void development_needs_no_secret() {
        Settings settings = with("HINDCAST_MODE", "development");
        assertEquals(List.of(), settings.problems());
        assertFalse(settings.production());
        assertFalse(settings.secret().isEmpty());
    }

    @Test
    @DisplayName("S2-48: but a weak one is refused there as well")
    void development_refuses_a_weak_secret() {
        assertEquals(
                1,
                with("HINDCAST_MODE", "development", "HINDCAST_SECRET", "short")
                        .problems()
                        .size());
    }

    @Test
    @DisplayName("S4-17: what is not development is production")
    void an_unknown_mode_is_production_and_refused() {
        Settings settings = with("HINDCAST_MODE", "debug", "HINDCAST_SECRET", GOOD_SECRET);
        assertTrue(settings.production());
        assertEquals(List.of("HINDCAST_MODE must be one of production, development."), settings.problems());
    }

    @Test
    @DisplayName("S4-17: pages are never made in a stage that shows its inside")
    void faces_runs_in_its_production_stage() throws IOException {
        String web = Files.readString(Path.of("src/main/webapp/WEB-INF/web.xml"));
        assertTrue(web.replaceAll("\\s+", "")
                .contains("<param-name>jakarta.faces.PROJECT_STAGE</param-name><param-value>Production</param-value>"));
    }

    @ParameterizedTest
    @DisplayName("hashes as cheap as in development are refused in production, and such as nobody can wait for")
    @CsvSource({
        "production, 599999, 600000",
        "production, -1, 600000",
        "production, many, 600000",
        "production, 10000001, 600000",
        "development, 1023, 1024",
        "development, 9999999999, 1024"
    })
    void too_few_or_many_iterations_are_refused(String mode, String iterations, int fewest) {
        List<String> problems = with(
                        "HINDCAST_MODE",
                        mode,
                        "HINDCAST_SECRET",
                        GOOD_SECRET,
                        "HINDCAST_PASSWORD_ITERATIONS",
                        iterations)
                .problems();
        assertEquals(List.of("HINDCAST_PASSWORD_ITERATIONS must be from " + fewest + " to 10000000."), problems);
    }

    @ParameterizedTest
    @DisplayName("SEC-25: a proxy is named by its address, never by a name that somebody else may answer to")
    @CsvSource({
        "127.0.0.1, 1",
        "'10.0.0.0/8, 192.0.2.7,::1,', 3",
        "2001:db8::/32, 1",
        "proxy.example.org, -1",
        "10.0.0.0/33, -1",
        "10.0.0/8, -1",
        "'10.0.0.1, 256.0.0.1', -1",
        "::g, -1",
        ":::::, -1",
        "10.0.0.1/, -1",
        "*, -1"
    })
    void a_trusted_proxy_is_an_address_or_a_network(String value, int understood) {
        Settings settings = with("HINDCAST_SECRET", GOOD_SECRET, "HINDCAST_TRUSTED_PROXIES", value);
        List<String> problem = List.of("HINDCAST_TRUSTED_PROXIES must be addresses or networks such as 10.0.0.0/8.");
        assertEquals(understood < 0 ? problem : List.of(), settings.problems());
        assertEquals(understood < 0, settings.trustedProxies().size() != understood);
    }

    @Test
    void development_may_hash_cheaply() {
        assertEquals(
                List.of(),
                with("HINDCAST_MODE", "development", "HINDCAST_PASSWORD_ITERATIONS", "1024")
                        .problems());
    }

    @ParameterizedTest
    @DisplayName("a slip of the pen is not taken for a no")
    @CsvSource({
        "HINDCAST_SECURE_COOKIES, yes",
        "HINDCAST_REGISTRATION, off",
        "HINDCAST_DEMO, 1",
        "HINDCAST_LOG_LEVEL, LOUD",
        "HINDCAST_LOG_FORMAT, xml"
    })
    void what_is_no_choice_is_refused(String variable, String value) {
        List<String> problems =
                with("HINDCAST_SECRET", GOOD_SECRET, variable, value).problems();
        assertEquals(1, problems.size(), problems.toString());
        assertTrue(problems.get(0).startsWith(variable + " must be one of "), problems.get(0));
    }

    @Test
    @DisplayName("S1-15 S0-04: the README names every variable with its default and its meaning, and no other")
    void the_readme_tells_all_of_them() throws IOException {
        List<String> told;
        try (Stream<String> lines = Files.lines(Path.of("README.md"))) {
            told = lines.dropWhile(line -> !line.equals("| variable | default | meaning |"))
                    .skip(2)
                    .takeWhile(line -> line.startsWith("|"))
                    .toList();
        }
        List<String> known = Stream.of(Setting.values()).map(SettingsTest::row).toList();
        assertEquals(String.join("\n", known), String.join("\n", told));
    }

    @Test
    @DisplayName("S1-15 S3-02: what is secret comes from a file that git and the image ignore, and stands in no source")
    void secrets_stand_in_a_file_of_their_own() throws IOException {
        String compose = Files.readString(Path.of("compose.yaml"));
        assertTrue(compose.contains("    env_file: .env\n"), compose);
        assertTrue(compose.contains("${HINDCAST_DATABASE_PASSWORD:?"), compose);
        assertFalse(compose.contains("HINDCAST_SECRET:"), "only in the file");
        assertTrue(Files.readAllLines(Path.of(".gitignore")).contains("/.env"));
        assertTrue(Files.readString(Path.of("README.md")).contains("cat > .env <<EOF\nHINDCAST_SECRET="));
        assertTrue("jdbc:postgresql://me:secret@host/db".matches(TELLING), "a test that can fail");
        for (String root : List.of("src/main", "server-config", "compose.yaml", "Dockerfile")) {
            try (Stream<Path> files = Files.walk(Path.of(root))) {
                List<Path> telling = files.filter(Files::isRegularFile)
                        .filter(file -> text(file).matches(TELLING))
                        .toList();
                assertEquals(List.of(), telling);
            }
        }
    }

    private static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String row(Setting setting) {
        String standard = setting.standard().isEmpty() ? "" : "`" + setting.standard() + "`";
        return "| `%s` | %s | %s |".formatted(setting.variable(), standard, setting.meaning());
    }

    private static Settings with(String... variables) {
        Map<String, String> environment = new HashMap<>();
        for (int i = 0; i < variables.length; i += 2) {
            environment.put(variables[i], variables[i + 1]);
        }
        return new Settings(environment);
    }
}
