package org.hindcast.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What Payara Micro is started with, wherever somebody starts it. */
class LocalServerTest {

    private static final Pattern LAUNCHED =
            Pattern.compile("-jar \\S*payara-micro\\.jar(?: |\\\\\\n)[^`]*?--deploy \\S+");

    @Test
    @DisplayName("SEC-24: no start of ours joins a data grid: the README's, the container's, and that of the tests")
    void every_start_is_told_to_stay_alone() throws IOException {
        List<String> starts = new ArrayList<>(starts("README.md"));
        starts.addAll(starts("server-config/container/start"));
        assertEquals(2, starts.size(), starts.toString());
        starts.add(String.join(" ", LocalServer.command(Path.of("").toAbsolutePath(), 8080)));
        for (String start : starts) {
            assertTrue(start.matches("(?s).* --nohazelcast\\s.*"), start);
        }
        assertTrue(
                Files.readString(Path.of("src/test/resources/arquillian.xml")).contains("--nohazelcast"));
    }

    private static List<String> starts(String file) throws IOException {
        return LAUNCHED.matcher(Files.readString(Path.of(file)))
                .results()
                .map(MatchResult::group)
                .toList();
    }
}
