package org.hindcast.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.hindcast.settings.Setting;
import org.hindcast.settings.Settings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("S0-07 O3-15: where the log goes")
class LogsTest {

    private static final System.Logger LOG = System.getLogger("org.hindcast.log.LogsTest");

    @TempDir
    private Path folder;

    @AfterEach
    void give_the_log_back() {
        Logs.uninstall();
    }

    @Test
    @DisplayName("O3-15: a file is begun anew when it is large, and the older one is kept")
    void a_file_is_rotated() throws IOException {
        install("INFO");
        String line = "x".repeat(100_000);
        for (int i = 0; i < 120; i++) {
            LOG.log(System.Logger.Level.INFO, line);
        }
        Logs.uninstall();
        try (Stream<Path> files = Files.list(folder)) {
            List<String> logs = files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.endsWith(".lck"))
                    .sorted()
                    .toList();
            assertEquals(List.of("hindcast.log.0", "hindcast.log.1"), logs);
        }
        assertTrue(Files.size(folder.resolve("hindcast.log.1")) >= 10_000_000);
    }

    @Test
    @DisplayName("S0-07: what is below the level that is set is not written")
    void the_level_is_what_is_set() throws IOException {
        install("WARNING");
        LOG.log(System.Logger.Level.INFO, "too quiet");
        LOG.log(System.Logger.Level.WARNING, "loud enough");
        install("DEBUG");
        LOG.log(System.Logger.Level.DEBUG, "of interest to a developer");
        Logs.uninstall();
        String log = Files.readString(folder.resolve("hindcast.log.0"));
        assertFalse(log.contains("too quiet"), log);
        assertTrue(log.contains("loud enough") && log.contains("of interest to a developer"), log);
    }

    @Test
    @DisplayName("S0-07: names are written in UTF-8, whatever the machine's language is")
    void the_log_is_utf_8() {
        install("INFO");
        assertEquals("UTF-8", Logger.getLogger("org.hindcast").getHandlers()[0].getEncoding());
    }

    private void install(String level) {
        String file = folder.resolve("hindcast.log").toString();
        Map<Setting, String> said = Map.of(Setting.LOG_FILE, file, Setting.LOG_LEVEL, level);
        Logs.install(new Settings() {
            @Override
            public String get(Setting setting) {
                return said.getOrDefault(setting, setting.standard());
            }
        });
    }
}
