package org.hindcast.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.hindcast.support.EmptyDatabase;
import org.hindcast.support.LocalDatabase;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The README's command for the tables, as an operator types it. */
class TablesCommandIT {

    private static final Path PROJECT = Path.of(System.getProperty("it.config")).getParent();

    /** What the application's role may do with what. */
    private static final String RIGHTS = """
            select string_agg(privilege_type, ',' order by privilege_type) || ' ' || relname
            from pg_class, aclexplode(relacl) where grantee = 'hindcast_app'::regrole group by relname order by relname
            """;

    private String application = LocalDatabase.NAME;
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
    @DisplayName("SEC-25: with two roles the application gets what it needs, and as often as it is said")
    void a_command_lets_another_role_use_them() throws Exception {
        try (EmptyDatabase database = new EmptyDatabase()) {
            application = LocalDatabase.APPLICATION;
            String made = said(database.url());
            assertEquals(0, ended, made);
            List<String> rights = rights(database);
            assertEquals("INSERT,SELECT audit_changes", rights.get(0), rights.toString());
            assertTrue(rights.contains("DELETE,INSERT,SELECT,UPDATE users"), rights.toString());
            assertTrue(rights.contains("SELECT flyway_schema_history"), rights.toString());
            assertTrue(rights.contains("USAGE users_id_seq"), rights.toString());
            try (Connection owner = database.source().getConnection();
                    Statement says = owner.createStatement()) {
                says.execute("grant all on all tables in schema public to hindcast_app");
                says.execute("create table more (id integer)");
            }
            assertTrue(said(database.url()).endsWith("; 0 scripts were applied."));
            rights.add("DELETE,INSERT,SELECT,UPDATE more");
            assertEquals(Set.copyOf(rights), Set.copyOf(rights(database)), "what was too much is taken back");
        }
    }

    @Test
    @DisplayName("SEC-25: a role that may become the owner is no other role")
    void a_command_refuses_an_application_that_may_do_all() throws Exception {
        try (EmptyDatabase database = new EmptyDatabase()) {
            application = "postgres";
            String said = said(database.url());
            assertEquals(1, ended, said);
            assertTrue(said.contains("it must be neither a member of it nor a superuser"), said);
        }
    }

    private static List<String> rights(EmptyDatabase database) throws SQLException {
        List<String> rights = new ArrayList<>();
        try (Connection owner = database.source().getConnection();
                ResultSet rows = owner.createStatement().executeQuery(RIGHTS)) {
            while (rows.next()) {
                rights.add(rows.getString(1));
            }
        }
        return rights;
    }

    @Test
    @DisplayName("S1-15: where no administrator is left, the README's statement makes one")
    void a_statement_makes_an_administrator() throws Exception {
        String readme = Files.readString(PROJECT.resolve("README.md"));
        int begin = readme.indexOf("insert into user_roles");
        try (EmptyDatabase database = new EmptyDatabase()) {
            said(database.url());
            try (Connection owner = database.source().getConnection();
                    Statement says = owner.createStatement()) {
                says.execute("insert into users (username, email, first_name, last_name, password_hash)"
                        + " values ('jane', 'jane@example.org', 'Jane', 'Doe', 'x')");
                assertEquals(1, says.executeUpdate(readme.substring(begin, readme.indexOf('"', begin))));
            }
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
        builder.environment().put("HINDCAST_DATABASE_USER", application);
        builder.environment().put("HINDCAST_DATABASE_PASSWORD", application);
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        ended = process.waitFor();
        return said.strip();
    }
}
