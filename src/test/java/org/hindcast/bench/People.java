package org.hindcast.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The people of the measured database: a thousand, then a million, with plausible names and dates. */
final class People {

    private static final String ADD = """
            insert into users (username, email, first_name, last_name, password_hash, time_zone, language, active,
                               last_login_at, login_count, created_at)
            select lower(f || '.' || l) || n, lower(f || '.' || l) || n || '@example.org', f, l,
                   (select password_hash from users where username = 'admin'),
                   case when n %% 3 = 0 then 'Europe/Berlin' else 'UTC' end, '', n %% 20 <> 0,
                   case when n %% 10 > 2 then timestamptz '2026-01-01' - random() * interval '400 days' end,
                   case when n %% 10 > 2 then 1 + n %% 300 end,
                   timestamptz '2026-01-01' - random() * interval '1200 days'
            from (select n,
                         (array['Ada','Ahmed','Aiko','Alan','Amara','Anna','Barbara','Carlos','Chen','Dorothy','Edsger',
                                'Elif','Emmy','Fatima','Frances','Grace','Hedy','Ingrid','Ivan','Jamal','Katherine','Kofi',
                                'Lena','Linus','Margaret','Mei','Nadia','Niklaus','Olga','Pablo','Priya','Radia','Rosalind',
                                'Sofia','Tariq','Ursula','Wanjiru'])[1 + (random() * 36)::int] as f,
                         (array['Almeida','Andersson','Bauer','Becker','Chandra','Diallo','Dubois','Evans','Fischer',
                                'Haddad','Hansen','Hoffmann','Ivanova','Jensen','Kaya','Keller','Kim','Lindqvist',
                                'Lovelace','Mbeki','Moreau','Nakamura','Nguyen','Novak','Okafor','Patel','Petrov','Rossi',
                                'Sato','Schmidt','Silva','Tanaka','Turing','Wang'])[1 + (random() * 33)::int] as l
                  from generate_series(%d, %d) n) as people
            """;
    private static final String ROLES = """
            insert into user_roles (user_id, role_id)
            select u.id, r.id
            from users u join roles r on r.name = case when u.id % 1000 = 7 then 'Manager' else 'Member' end
            where not exists (select from user_roles ur where ur.user_id = u.id)
            """;

    private static final String LET_IN = """
            update users set password_hash = (select password_hash from users where username = 'admin')
            where id in (select id from users where active and username <> 'admin' order by id limit %d)
            returning username
            """;
    private static final String OF_TEXT = " from pg_indexes where tablename = 'users' and indexdef like '%USING gin%'";

    private final String url;
    private final String user;

    People(String url, String user) {
        this.url = url;
        this.user = user;
    }

    /** Adds people until there are so many. Indexes of free text are made anew behind it, which is faster. */
    void fill(int many) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, user, user);
                Statement sql = connection.createStatement()) {
            sql.execute("select setseed(0.5)");
            List<String> indexes = texts(sql, "select indexdef" + OF_TEXT);
            for (String index : texts(sql, "select indexname" + OF_TEXT)) {
                sql.execute("drop index " + index);
            }
            int there =
                    Integer.parseInt(texts(sql, "select count(*) from users").get(0));
            sql.execute(ADD.formatted(there + 1, many));
            sql.execute(ROLES);
            for (String index : indexes) {
                sql.execute(index);
            }
            sql.execute("vacuum analyze");
        }
    }

    /** The usernames of so many active people who are no administrators, and who sign in with the administrator's password. */
    List<String> some(int many) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, user, user);
                Statement sql = connection.createStatement()) {
            return texts(sql, LET_IN.formatted(many));
        }
    }

    private static List<String> texts(Statement sql, String query) throws SQLException {
        try (ResultSet rows = sql.executeQuery(query)) {
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        }
    }
}
