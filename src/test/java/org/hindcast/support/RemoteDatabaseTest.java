package org.hindcast.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RemoteDatabaseTest {

    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();

    @Test
    @DisplayName("S0-05: a database that never answers ends the start after a bounded wait, in one line")
    void nowhere_is_told_after_a_bounded_wait() {
        String problem = assertTimeout(Duration.ofSeconds(20), () -> problem("jdbc:postgresql://127.0.0.1:1/hindcast"));
        assertTrue(problem.startsWith("the database at jdbc:postgresql://127.0.0.1:1/hindcast is not to be had."));
        assertEquals(1, problem.lines().count());
        assertEquals(
                "Waiting for the database at jdbc:postgresql://127.0.0.1:1/hindcast ...",
                screen.toString().strip());
    }

    @Test
    void an_address_of_something_else_is_told_at_once() throws Exception {
        assertTrue(problem("jdbc:mysql://127.0.0.1/hindcast").startsWith("HINDCAST_DATABASE_URL must be like"));
    }

    private String problem(String url) throws InterruptedException {
        return new RemoteDatabase(Map.of("HINDCAST_DATABASE_URL", url))
                .problem(Duration.ofSeconds(2), new PrintStream(screen))
                .orElse("none");
    }
}
