package org.hindcast.user;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.hindcast.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeopleFileTest {

    private static final String HEAD = "username,email,first_name,last_name,roles,active\n";

    @Test
    void a_line_is_a_person() {
        PeopleFile.Row row = read(HEAD + "ada, Ada@Example.org ,Ada,\"Love, lace\",\"Manager; Member\",no\n")
                .rows()
                .get(0);
        assertEquals("ada@example.org", row.user().getEmail());
        assertEquals("Love, lace", row.user().getLastName());
        assertEquals(List.of("Manager", "Member"), row.roles());
        assertFalse(row.user().isActive());
        assertEquals(2, row.line());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\uFEFFusername,email,first_name,last_name\nada,a@example.org,Ada,L\n",
                "username;email;first_name;last_name\r\nada;a@example.org;Ada;L\r\n",
                "Last name\tFirst name\tE-Mail\tUSERNAME\nL\tAda\ta@example.org\tada",
                "\n\nEmail,Benutzername,Vorname,last_name,Shoe size\n\na@example.org,ada,Ada,L,38\n\n"
            })
    void the_file_may_look_as_spreadsheets_write_it(String text) {
        PeopleFile file =
                PeopleFile.read(text.getBytes(UTF_8), Map.of("Benutzername", "username", "Vorname", "first_name"));
        assertEquals(List.of(), file.errors());
        User user = file.rows().get(0).user();
        assertEquals(
                "ada a@example.org Ada L",
                String.join(" ", user.getUsername(), user.getEmail(), user.getFirstName(), user.getLastName()));
        assertEquals(List.of(Role.MEMBER), file.rows().get(0).roles());
        assertTrue(user.isActive());
    }

    @Test
    void a_column_that_means_nothing_here_is_left_out_and_told() {
        assertEquals(
                List.of("Shoe size"),
                read("username,email,first_name,last_name,Shoe size\na,b,c,d,38\n")
                        .ignored());
    }

    @Test
    void what_an_export_defused_comes_back_as_it_was() {
        assertEquals(
                "=Ada",
                read(HEAD + "ada,a@example.org,'=Ada,L,,\n")
                        .rows()
                        .get(0)
                        .user()
                        .getFirstName());
        assertEquals(
                "'t Hooft",
                read(HEAD + "ada,a@example.org,G,'t Hooft,,\n")
                        .rows()
                        .get(0)
                        .user()
                        .getLastName());
    }

    @Test
    void a_wrong_line_is_told_by_its_number_and_does_not_hide_the_next() {
        PeopleFile file = read(HEAD + "ada,a@example.org,Ada,L,,perhaps\nonly,two\ngrace,g@example.org,Grace,H,,\n");
        assertEquals(
                List.of("2 active import.wrong.active", "3  import.wrong.fields"),
                file.errors().stream()
                        .map(e -> e.line() + " " + e.column() + " " + e.key())
                        .toList());
        assertEquals(4, file.rows().get(1).line());
    }

    @Test // SEC-10: as in every form
    void a_name_holds_no_control_characters() {
        PeopleFile file = read(HEAD + "ada,a@example.org,\"A\nB\",L\u001eM,,\nzoe,z@example.org,Zoë,O'B 😀,,\n");
        assertEquals(
                List.of("2 first_name import.wrong.Pattern", "2 last_name import.wrong.Pattern"),
                file.errors().stream()
                        .map(e -> e.line() + " " + e.column() + " " + e.key())
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({
        "'', import.file.empty",
        "'username,email,first_name,last_name', import.file.none",
        "'username,email', import.file.columns",
        "'username,email,first_name,last_name,Username', import.file.twice",
        "'username,email,first_name,last_name\na,b,c,\"d', import.file.quotes",
        "'a\0b', import.file.binary"
    })
    void what_is_no_such_file_is_refused_with_the_reason(String text, String key) {
        assertEquals(
                key,
                assertThrows(Refusal.class, () -> read(text.replace("\\0", "\0")))
                        .key());
    }

    @Test
    void other_encodings_and_workbooks_are_refused() {
        assertEquals("import.file.encoding", refusal((HEAD + "ada,a@example.org,Zoë,L,,").getBytes(ISO_8859_1)));
        assertEquals("import.file.encoding", refusal((HEAD + "ada,a@example.org,Zoë,L,,").getBytes(UTF_16)));
        assertEquals("import.file.workbook", refusal(new byte[] {'P', 'K', 3, 4, 0, 0}));
        assertEquals("import.file.large", refusal(new byte[PeopleFile.LARGEST + 1]));
    }

    private static String refusal(byte[] bytes) {
        return assertThrows(Refusal.class, () -> PeopleFile.read(bytes, Map.of()))
                .key();
    }

    private static PeopleFile read(String text) {
        return PeopleFile.read(text.getBytes(UTF_8), Map.of());
    }
}
