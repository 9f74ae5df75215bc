package org.hindcast.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.hindcast.support.EmptyDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the scripts make of an empty database. */
class TablesIT {

    private static final String PERSON =
            "insert into users (username, email, first_name, last_name, password_hash) values ('%s', '%s', 'A', 'B', 'x')";

    /** Foreign keys whose columns lead no index of their table. */
    private static final String BARE_KEYS = """
            select conrelid::regclass || '.' || conname
            from pg_constraint c
            where contype = 'f' and connamespace = 'public'::regnamespace
              and not exists (
                select from pg_index i
                where i.indrelid = c.conrelid and i.indpred is null
                  and (i.indkey::int2[])[0:cardinality(c.conkey) - 1] @> c.conkey)
            """;

    /** Tables without a primary key. */
    private static final String BARE_TABLES = """
            select t.relname from pg_class t
            where t.relkind = 'r' and t.relnamespace = 'public'::regnamespace
              and not exists (select from pg_constraint c where c.conrelid = t.oid and c.contype = 'p')
            """;

    /** Moments that know no zone. */
    private static final String ZONELESS = """
            select table_name || '.' || column_name from information_schema.columns
            where table_schema = 'public' and data_type like 'timestamp without%' and table_name <> 'flyway_schema_history'
            """;

    private static EmptyDatabase database;
    private static Connection connection;

    @BeforeAll
    static void make_the_tables() throws SQLException {
        database = new EmptyDatabase();
        Scripts.over(database.source()).migrate();
        connection = database.source().getConnection();
    }

    @AfterAll
    static void forget_them() throws SQLException {
        connection.close();
        database.close();
    }

    @ParameterizedTest(name = "{0}: {1}.{2} is {3}")
    @CsvSource({
        "S0-21, users, id, integer not null",
        "S0-22 S3-05, users, email, character varying(120) not null",
        "S0-23, users, first_name, text not null",
        "S0-24, users, last_name, text not null",
        "S0-25 S2-46 S3-06 S4-06, users, password_hash, text not null",
        "S0-26, users, last_login_at, timestamp with time zone",
        "S0-27, users, login_count, integer",
        "S2-06, users, created_at, timestamp with time zone not null default now()",
        "S2-41, users, active, boolean not null default true",
        "S3-04 S4-04, users, username, character varying(64) not null",
        "S4-07, roles, name, character varying(80) not null",
        "S2-16, datasets, size_mb, integer not null",
        "S2-16, datasets, owner_id, integer not null",
        "S2-24, projects, name, character varying(100) not null",
        "S2-28 S2-41, model_versions, accuracy, double precision not null",
        "S2-28, model_versions, label, character varying(20)",
        "O0-08 S2-29, predictions, model_version_id, integer not null",
        "S2-29, predictions, input_data, text not null",
        "S2-29, predictions, result, double precision not null",
        "O0-08 O0-09 S2-38, predictions, predicted_at, timestamp with time zone not null"
    })
    void a_column_is_as_required(String row, String table, String column, String type) throws SQLException {
        String found = """
                select format_type(a.atttypid, a.atttypmod) || case when a.attnotnull then ' not null' else '' end
                       || coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '')
                from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
                where a.attrelid = '%s'::regclass and a.attname = '%s'
                """.formatted(table, column);
        assertEquals(List.of(type), ask(found), row);
    }

    @ParameterizedTest(name = "{0}: {1} has {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "S0-21 | users | PRIMARY KEY (id)",
                "S0-22 S2-07 S3-05 S4-05 | users | UNIQUE (email)",
                "S4-07 | roles | UNIQUE (name)",
                "S4-08 S4-09 | user_roles | PRIMARY KEY (user_id, role_id)",
                "S4-08 | user_roles | FOREIGN KEY (role_id) REFERENCES roles(id)",
                "S2-25 | project_members | PRIMARY KEY (project_id, user_id)",
                "S2-16 | datasets | FOREIGN KEY (owner_id) REFERENCES users(id)"
            })
    void a_table_keeps_the_rule(String row, String table, String rule) throws SQLException {
        List<String> rules = ask(
                "select pg_get_constraintdef(oid) from pg_constraint where conrelid = '%s'::regclass".formatted(table));
        assertEquals(1, rules.stream().filter(rule::equals).count(), row + ": " + rules);
    }

    @Test
    @DisplayName("S0-22 S3-04: the database itself refuses the same address or name twice, in any case of letters")
    void the_database_refuses_a_duplicate() throws SQLException {
        say(PERSON.formatted("ada", "ada@example.org"));
        assertEquals("23505", refusal(PERSON.formatted("other", "ada@example.org")));
        assertEquals("23505", refusal(PERSON.formatted("ADA", "other@example.org")));
        assertEquals("23514", refusal(PERSON.formatted("upper", "Upper@example.org")));
    }

    @Test
    @DisplayName("S4-09: the same role is not given twice")
    void the_database_refuses_the_same_role_twice() throws SQLException {
        say(PERSON.formatted("grace", "grace@example.org"));
        String gives = "insert into user_roles select u.id, r.id from users u, roles r where username = 'grace'";
        say(gives);
        assertEquals("23505", refusal(gives));
    }

    @Test
    @DisplayName("S2-43: every foreign key has an index to follow it backwards")
    void no_foreign_key_is_without_an_index() throws SQLException {
        assertEquals(List.of(), ask(BARE_KEYS));
        say("create table bare (user_id integer references users)");
        assertEquals(List.of("bare.bare_user_id_fkey"), ask(BARE_KEYS), "The question finds one that is");
        assertEquals(List.of("bare"), ask(BARE_TABLES), "and so does the one for tables");
        say("drop table bare");
    }

    @Test
    @DisplayName("S2-41: every table has a key, every moment a zone")
    void every_table_has_a_key_and_every_moment_a_zone() throws SQLException {
        assertEquals(List.of(), ask(BARE_TABLES));
        assertEquals(List.of(), ask(ZONELESS));
    }

    @Test
    @DisplayName("SEC-23: nothing points at the table that becomes a hypertable")
    void nothing_points_at_predictions() throws SQLException {
        assertEquals(
                List.of(),
                ask("select conname from pg_constraint where contype = 'f' and confrelid = 'predictions'::regclass"));
    }

    private static void say(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String refusal(String sql) {
        return assertThrows(SQLException.class, () -> say(sql)).getSQLState();
    }

    private static List<String> ask(String sql) throws SQLException {
        List<String> answers = new ArrayList<>();
        try (ResultSet rows = connection.createStatement().executeQuery(sql)) {
            while (rows.next()) {
                answers.add(rows.getString(1));
            }
        }
        return answers;
    }
}
