package org.hindcast.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hindcast.support.EmptyDatabase;
import org.hindcast.support.LocalDatabase;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The README's command for the tables, as an operator types it. */
class TablesCommandIT {

    private static final Path PROJECT = Path.of(System.getProperty("it.config")).getParent();

    private int ended;

    @Test
    @DisplayName("S1-08 S0-11: a command makes the tables; said again, it changes nothing")
    void a_command_makes_the_tables() throws Exception {
        try (EmptyDatabase database = new EmptyDatabase()) {
            int scripts = Scripts.over(database.source()).info().all().length;
            String made = said(database.url());
            assertEquals(0, ended, made);
            assertTrue(made.matches("The tables are at version \\d+; " + scripts + " scripts were applied\\."), made);
            assertEquals(0, Scripts.over(database.source()).info().pending().length);
            assertTrue(said(database.url()).endsWith("; 0 scripts were applied."));
        }
    }

    @Test
    @DisplayName("S0-05: where they can not be made, it says so in one line and ends with 1")
    void a_command_that_can_not_make_them_says_why() throws Exception {
        for (String url :
                new String[] {"", "jdbc:postgresql://127.0.0.1:1/hindcast", "postgres://localhost/hindcast"}) {
            String said = said(url);
            assertEquals(1, ended, said);
            assertTrue(
                    said.startsWith("The tables were not made: ")
                            && said.lines().count() == 1,
                    said);
        }
    }

    private String said(String url) throws IOException, InterruptedException {
        String readme = Files.readString(PROJECT.resolve("README.md"));
        int end = readme.indexOf("org.hindcast.schema.Tables");
        String command = readme.substring(readme.lastIndexOf("java -cp", end), readme.indexOf("```", end));
        ProcessBuilder builder = new ProcessBuilder("bash", "-c", command)
                .directory(PROJECT.toFile())
                .redirectErrorStream(true);
        builder.environment().put("HINDCAST_DATABASE_URL", url);
        builder.environment().put("HINDCAST_DATABASE_USER", LocalDatabase.NAME);
        builder.environment().put("HINDCAST_DATABASE_PASSWORD", LocalDatabase.NAME);
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        ended = process.waitFor();
        return said.strip();
    }
}
