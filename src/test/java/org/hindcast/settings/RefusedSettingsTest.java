package org.hindcast.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusedSettingsTest {

    @ParameterizedTest
    @DisplayName("S0-01: what can't be right is refused with one line that names it, instead of failing later")
    @CsvSource({
        "HINDCAST_HOSTS, https://models.example.org",
        "HINDCAST_HOSTS, models.example.org:443",
        "HINDCAST_HOSTS, *.example.org",
        "HINDCAST_HOSTS, models.example.org localhost",
        "HINDCAST_HOSTS, 'localhost,,models.example.org'",
        "HINDCAST_HOSTS, ','",
        "HINDCAST_KEEP_DAYS, 100001",
        "HINDCAST_COMPRESS_AFTER_DAYS, 999999999",
        "HINDCAST_LOG_FILE, /nowhere/hindcast.log",
        "HINDCAST_DATABASE_PASSWORD, 'secret '",
        "HINDCAST_DATABASE_URL, 'jdbc:postgresql://localhost/hindcast '"
    })
    void what_can_not_be_right_is_refused(String variable, String value) {
        List<String> problems = problems(variable, value);
        assertEquals(1, problems.size(), problems.toString());
        assertTrue(problems.get(0).startsWith(variable + " "), problems.get(0));
    }

    @ParameterizedTest
    @DisplayName("S0-01: and what may be right is taken")
    @CsvSource({
        "HINDCAST_HOSTS, 'Models.example.org,[2001:db8::1], my_app,10.0.0.7'",
        "HINDCAST_KEEP_DAYS, 100000",
        "HINDCAST_LOG_FILE, hindcast.log",
        "HINDCAST_LOG_FILE, %t/hindcast.log",
        "HINDCAST_DATABASE_PASSWORD, 'one and two'"
    })
    void what_may_be_right_is_taken(String variable, String value) {
        assertEquals(List.of(), problems(variable, value));
    }

    @ParameterizedTest
    @DisplayName("S0-01: a variable that nobody reads is told, since its writer counts on it")
    @CsvSource({
        "HINDCAST_SECURE_COOKIE, 1",
        "HINDCAST_PASSWORD, 1",
        "HINDCAST_SECURE_COOKIES, 0",
        "HINDCAST_ADDRESS, 0",
        "HINDCAST_PORT_8080_TCP, 0",
        "HINDCAST_SERVICE_HOST, 0",
        "PATH, 0"
    })
    void a_variable_that_nobody_reads_is_told(String variable, int told) {
        Settings settings = new Settings(Map.of("HINDCAST_MODE", "development", variable, "true"));
        assertEquals(told == 1 ? List.of(variable) : List.of(), settings.unknown());
    }

    private static List<String> problems(String variable, String value) {
        return new Settings(Map.of("HINDCAST_MODE", "development", variable, value)).problems();
    }
}
