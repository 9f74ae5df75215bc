package org.hindcast.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Map;
import org.hindcast.support.Hindcast;
import org.hindcast.support.Person;
import org.hindcast.support.Visitor;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jsoup.Connection.Method;
import org.jsoup.Connection.Response;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(ArquillianExtension.class)
@RunAsClient
@DisplayName("SEC-25: every sign-in, failure and refusal is one row, which nobody changes")
class AuditIT {

    private final Visitor visitor = new Visitor();
    private int last;

    @BeforeEach
    void look_where_the_audit_ends() throws SQLException {
        last = number("select coalesce(max(id), 0) from audit_entries");
    }

    @Test
    void signing_in_and_out_is_told() throws Exception {
        signIn(Hindcast.adminPassword(), false);
        assertTold("sign-in", "admin");
        visitor.press(visitor.page(""), "form[action$=signout] button", Map.of());
        assertTold("sign-out", "admin");
        assertEquals(2, number("select count(*) from audit_entries where id > " + last));
    }

    @Test
    void a_wrong_password_is_told_but_not_which() throws Exception {
        signIn("not it", false);
        assertTold("sign-in-failed", "system");
        assertEquals(0, number("select count(*) from audit_entries where id > " + last + " and name like '%not it%'"));
    }

    @Test
    void a_remembered_browser_is_told_apart() throws Exception {
        String cookie = signIn(Hindcast.adminPassword(), true).cookie("hindcast-remember");
        new Visitor()
                .request("")
                .cookie("hindcast-remember", cookie)
                .method(Method.GET)
                .execute();
        assertTold("sign-in-remembered", "admin");
    }

    @Test
    void being_kept_out_is_told() throws Exception {
        signIn(Hindcast.adminPassword(), false);
        assertEquals(
                403,
                visitor.request("do/preferences")
                        .method(Method.POST)
                        .header("X-Forwarded-For", "203.0.113.7")
                        .data("theme", "dark")
                        .execute()
                        .statusCode());
        assertTold("refused", "admin");
        assertEquals(
                1,
                number("select count(*) from audit_entries where id > " + last + " and name = 'POST /do/preferences'"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_entries set actor = 'nobody'",
                "delete from audit_entries",
                "truncate audit_entries cascade",
                "update audit_changes set after = ''",
                "delete from audit_changes where false",
                "truncate audit_changes"
            })
    void nobody_rewrites_the_past(String sql) {
        assertRefused("The audit is append-only.", Hindcast::database, sql);
        assertRefused("permission denied for table audit_", Hindcast::application, sql);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alter table audit_entries disable trigger all",
                "alter table audit_changes disable trigger audit_changes_append_only",
                "alter table audit_entries owner to current_user",
                "drop trigger audit_entries_append_only on audit_entries",
                "drop table audit_changes",
                "create or replace function refuse_rewriting() returns trigger language plpgsql as 'begin return null; end'",
                "create rule free as on delete to audit_changes do instead nothing",
                "create table own ()",
                "set session_replication_role = replica",
                "set role hindcast",
                "update flyway_schema_history set success = false"
            })
    void the_application_can_not_switch_off_what_guards_the_past(String sql) {
        assertRefused("", Hindcast::application, sql);
    }

    @Test
    void the_server_signs_in_to_the_database_as_one_role_and_migrates_as_another() throws Exception {
        String roles = "select usename from pg_stat_activity where application_name = ";
        visitor.get("health/ready");
        assertEquals("hindcast_app", Person.asked(roles + "'hindcast'"));
        assertEquals(
                "hindcast",
                Person.asked("select pg_get_userbyid(relowner) from pg_class where relname = 'audit_entries'"));
    }

    private static void assertRefused(String why, Role role, String sql) {
        SQLException refused = assertThrows(SQLException.class, () -> {
            try (Connection connection = role.connection()) {
                connection.createStatement().execute(sql);
            }
        });
        assertEquals("42501", refused.getSQLState());
        assertTrue(refused.getMessage().contains(why), refused.getMessage());
    }

    private Response signIn(String password, boolean remember) throws IOException {
        Document form = visitor.page("signin");
        Map<String, String> fields = Map.of("email", Hindcast.ADMIN, "password", password);
        if (remember) {
            form.expectFirst("#remember").attr("checked", "checked");
        }
        return visitor.press(form, "#submit", fields);
    }

    private void assertTold(String action, String actor) throws SQLException {
        String sql =
                "select created_at, address, request, actor_id from audit_entries where id > ? and action = ? and actor = ?";
        try (Connection connection = Hindcast.database();
                PreparedStatement query = connection.prepareStatement(sql)) {
            query.setInt(1, last);
            query.setString(2, action);
            query.setString(3, actor);
            ResultSet row = query.executeQuery();
            assertTrue(row.next(), action + " is not told");
            OffsetDateTime at = row.getObject(1, OffsetDateTime.class);
            assertTrue(Duration.between(at, OffsetDateTime.now()).abs().toMinutes() < 5);
            assertEquals("127.0.0.1", row.getString(2));
            assertTrue(row.getString(3).matches("[0-9a-f]{12}"));
            assertEquals(actor.equals("admin"), row.getObject(4) != null);
            assertTrue(!row.next(), action + " is told twice");
        }
    }

    private static int number(String sql) throws SQLException {
        try (Connection connection = Hindcast.database();
                ResultSet row = connection.createStatement().executeQuery(sql)) {
            row.next();
            return row.getInt(1);
        }
    }

    /** Who signs in to the database. */
    private interface Role {
        Connection connection() throws SQLException;
    }
}
