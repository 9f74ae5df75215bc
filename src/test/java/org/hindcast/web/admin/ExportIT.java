package org.hindcast.web.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.zip.ZipFile;
import org.hindcast.support.Hindcast;
import org.hindcast.support.Person;
import org.hindcast.support.Statements;
import org.hindcast.support.Visitor;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jsoup.Connection.Response;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** All rows that a list's filters let through, as a file: however many they are. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class ExportIT {

    private static final int MANY = 100_000;
    private static final int SLICE = 2_000;

    private static Visitor administrator;

    @TempDir
    private Path folder;

    @BeforeAll
    static void signIn() throws Exception {
        administrator = Administration.asAdministrator();
    }

    @Test
    void a_file_holds_what_the_list_shows_on_all_its_pages() throws Exception {
        Response file = administrator.get(
                "do/export?room=users&format=csv&q=ada&sort=-email&f.active=true&columns=fullName,email");
        String total = administrator
                .page("admin/users?q=ada&f.active=true")
                .expectFirst(".list-bar strong")
                .text();
        String[] lines = file.body().split("\r\n");
        assertEquals("text/csv;charset=UTF-8", file.contentType().replace("; ", ";"));
        assertEquals(
                "attachment; filename=\"users-" + LocalDate.now(ZoneOffset.UTC) + ".csv\"",
                file.header("Content-Disposition"));
        assertEquals("\uFEFFName,Email", lines[0]);
        assertEquals(total, String.valueOf(lines.length - 1));
        assertTrue(email(lines[1]).compareTo(email(lines[2])) > 0, lines[1] + lines[2]);
    }

    @Test
    @DisplayName("SEC-25: an export is told, with who took it")
    void an_export_is_told() throws Exception {
        administrator.get("do/export?room=roles&format=xlsx");
        assertEquals(
                "admin",
                Administration.asked(
                        "select actor from audit_entries where action = 'export' and room = 'roles' order by id desc limit 1"));
    }

    @Test
    @DisplayName("ASVS 1.2.10: what somebody calls themselves is no formula in somebody else's spreadsheet")
    void a_name_is_no_formula() throws Exception {
        String name = Administration.name("formula");
        int id = Administration.person(administrator, name);
        Administration.asked("update users set first_name = '=HYPERLINK(\"x\")' where id = ? returning id", id);
        String csv = administrator
                .get("do/export?room=users&format=csv&columns=fullName&q=" + name)
                .body();
        assertTrue(csv.contains("\"'=HYPERLINK(\"\"x\"\") " + name + "\""), csv);
    }

    @Test
    void a_hundred_thousand_rows_are_read_a_slice_at_a_time() throws Exception {
        String room = Administration.name("many");
        try {
            execute("insert into audit_entries (action, actor, room, object, name) select 'test', 'test', '" + room
                    + "', n, 'number ' || n from generate_series(1, " + MANY + ") n");
            String[] file = new String[1];
            Statements sent = Statements.during(() -> file[0] = administrator
                    .get("do/export?room=audit&format=csv&columns=createdAt,name&f.room=" + room)
                    .body());
            String[] lines = file[0].split("\r\n");
            assertEquals(MANY + 1, lines.length);
            assertTrue(
                    lines[1].endsWith("number " + MANY) && lines[MANY].endsWith("number 1"),
                    lines[1] + " " + lines[MANY]);
            assertTrue(sent.count() >= MANY / SLICE && sent.count() <= MANY / SLICE + 10, sent::toString);

            Path workbook = folder.resolve("audit.xlsx");
            byte[] bytes = administrator
                    .get("do/export?room=audit&format=xlsx&f.room=" + room)
                    .bodyAsBytes();
            try (ZipFile zip = new ZipFile(Files.write(workbook, bytes).toFile())) {
                String sheet = new String(zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml"))
                        .readAllBytes());
                assertTrue(sheet.contains("number " + MANY) && sheet.contains("<row r=\"" + (MANY + 1) + "\""));
            }
        } finally {
            execute("begin; alter table audit_entries disable trigger user; delete from audit_entries where room = '"
                    + room + "'; alter table audit_entries enable trigger user; commit");
        }
    }

    @Test
    void nobody_takes_a_list_that_they_may_not_export() throws Exception {
        String name = Administration.name("exportless");
        Administration.person(administrator, name);
        Visitor member = Administration.as(name, Administration.PASSWORD);
        assertEquals(403, member.get("do/export?room=users&format=csv").statusCode());
        assertEquals(404, administrator.get("do/export?room=secrets&format=csv").statusCode());
        assertEquals(404, administrator.get("do/export?room=users&format=exe").statusCode());
    }

    @Test
    @DisplayName("SEC-2: a list is taken by those who may see it, the page of everybody or that of administration")
    void who_may_see_a_list_takes_it_and_nobody_else() throws Exception {
        Person person = Person.registered();
        Visitor visitor = person.signedIn();
        for (String room : List.of("projects", "datasets", "models", "versions")) {
            Response file = visitor.get("do/export?room=" + room + "&format=csv");
            assertEquals(200, file.statusCode(), room);
            assertTrue(file.body().lines().count() > 1, room);
        }
        person.onlyMay("users.read", "users.export");
        assertEquals(403, visitor.get("admin/users").statusCode());
        assertEquals(403, visitor.get("do/export?room=users&format=csv").statusCode());
        person.onlyMay("users.read", "users.edit", "users.export");
        assertEquals(200, visitor.get("do/export?room=users&format=csv").statusCode());
    }

    private static String email(String line) {
        return line.substring(line.lastIndexOf(',') + 1);
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = Hindcast.database();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
