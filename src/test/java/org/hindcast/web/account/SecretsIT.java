package org.hindcast.web.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.hindcast.support.Person;
import org.hindcast.support.Visitor;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What belongs to one person reaches nobody else, and a password reaches nobody. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class SecretsIT {

    /** All texts of a table as one column; the tables of the product and nothing else. */
    private static final String TABLES = """
            select string_agg(format('select %L as name, t::text as row from %I t', table_name, table_name), ' union all ')
            from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'
              and table_name not like 'prediction%'
            """;

    private static final String MORE_TOKENS = "insert into tokens (user_id, name, hash, scopes, epoch, expires_at) "
            + "select user_id, name || n, md5(hash || n), scopes, epoch, expires_at from tokens, generate_series(1, 49) n "
            + "where id = cast(? as integer) returning 1";
    private static final String REVOKE = "#tokens form input[type=submit]";

    @Test
    @DisplayName("S0-30: in no column, no page and no line of the log")
    void a_password_is_found_nowhere() throws Exception {
        Person person = Person.registered();
        Visitor visitor = person.signedIn();
        Document page = visitor.page("account/account");
        String answer = visitor.press(
                        page,
                        "#changePassword",
                        Map.of("current", person.password(), "password", "next " + person.password(), "confirm", "x"))
                .body();
        Person.signIn(new Visitor(), person.username(), "wrong " + person.password());
        String rows = "select count(*) from (" + Person.asked(TABLES) + ") all_rows where position(? in row) > 0";
        assertTrue(Integer.parseInt(Person.asked(rows, person.username())) > 0, "the question finds what is there");
        assertEquals("0", Person.asked(rows, person.password()));
        assertFalse(answer.contains(person.password()));
        assertFalse(log().contains(person.password()));
    }

    /** What the server and the tests said so far. */
    private static String log() throws IOException {
        StringBuilder said = new StringBuilder();
        Path reports = Path.of(System.getProperty("it.target"), "failsafe-reports");
        try (DirectoryStream<Path> files = Files.newDirectoryStream(reports, "*-output.txt")) {
            for (Path file : files) {
                said.append(Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        assertTrue(said.indexOf("Hindcast is ready") >= 0, "the server's log is among it");
        return said.toString();
    }

    @Test
    @DisplayName("S1-01, S1-02, S1-03: fifty at once, and nobody sees or saves another's")
    void fifty_people_at_once_see_and_save_only_their_own() throws Exception {
        ExecutorService crowd = Executors.newFixedThreadPool(50);
        Callable<Boolean> one = SecretsIT::seesAndSavesOwn;
        List<Future<Boolean>> all =
                crowd.invokeAll(IntStream.range(0, 50).mapToObj(i -> one).toList());
        crowd.shutdown();
        for (Future<Boolean> own : all) {
            assertTrue(own.get());
        }
    }

    private static boolean seesAndSavesOwn() throws Exception {
        Person person = Person.registered();
        Visitor visitor = person.signedIn();
        Document page = visitor.page("account/account");
        visitor.press(page, "#saveProfile", Map.of("lastName", "Of " + person.username()));
        Document again = visitor.page("account/account");
        return again.select("#email").val().equals(person.email())
                && again.select("#lastName").val().equals("Of " + person.username())
                && person.stored("last_name").equals("Of " + person.username());
    }

    @Test
    @DisplayName(
            "SEC-16: whoever revokes a token revokes the one they saw, whatever was made meanwhile, and nobody else's")
    void the_token_that_was_seen_is_revoked_and_no_other() throws Exception {
        Visitor visitor = Person.registered().signedIn();
        Document before = withToken(visitor, "first");
        Document after = withToken(visitor, "second");
        assertEquals(303, visitor.press(before, REVOKE, Map.of()).statusCode());
        assertEquals(List.of("second"), tokens(visitor.page("account/tokens")));
        Visitor stranger = Person.registered().signedIn();
        Document theirs = withToken(stranger, "theirs");
        theirs.expectFirst("#tokens [name=token]")
                .val(after.expectFirst("#tokens [name=token]").val());
        assertEquals(404, stranger.press(theirs, REVOKE, Map.of()).statusCode());
        assertEquals(List.of("second"), tokens(visitor.page("account/tokens")));
        Person.asked(MORE_TOKENS, after.expectFirst("#tokens [name=token]").val());
        visitor.press(after, "#createToken", Map.of("name", "one too many"));
        assertEquals(50, tokens(visitor.page("account/tokens")).size());
    }

    private static Document withToken(Visitor visitor, String name) throws IOException {
        visitor.press(visitor.page("account/tokens"), "#createToken", Map.of("name", name));
        return visitor.page("account/tokens");
    }

    private static List<String> tokens(Document page) {
        return page.select("#tokens td.key").eachText();
    }
}
