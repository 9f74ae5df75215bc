package org.hindcast.api;

import static org.hindcast.api.Answers.ALL;
import static org.hindcast.api.Answers.asked;
import static org.hindcast.api.Answers.keyed;
import static org.hindcast.api.Answers.refused;
import static org.hindcast.api.Answers.told;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.net.http.HttpResponse;
import java.sql.Connection;
import java.util.concurrent.CompletableFuture;
import org.hindcast.support.Await;
import org.hindcast.support.DatabaseOutage;
import org.hindcast.support.LocalDatabase;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The database goes away while a program is telling something. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class OutageIT {

    private static final int MANY = 200_000;
    private static final String STORING =
            "select count(*) from pg_locks where relation = 'predictions'::regclass and mode = 'RowExclusiveLock'";

    /** The tests' PostgreSQL acknowledges before it has written, and this one is about what was acknowledged. */
    @BeforeEach
    void acknowledge_what_is_written() throws Exception {
        superuser("alter system set synchronous_commit = on");
    }

    @AfterEach
    void be_quick_again() throws Exception {
        superuser("alter system reset synchronous_commit");
    }

    @Test
    @DisplayName("SEC-4 SEC-6: of a batch in the middle of which the whole database is killed nothing is there")
    void a_database_killed_in_mid_batch_keeps_what_it_acknowledged_and_nothing_else() throws Exception {
        Program program = Program.ofAdministrator();
        String version = program.version();
        String predictions = version + "/predictions";
        String body = keyed(MANY, "cut");
        told(7, 0, program.post(predictions, Program.NDJSON, keyed(7, "acknowledged")));
        CompletableFuture<HttpResponse<String>> telling = CompletableFuture.supplyAsync(() -> {
            try {
                return program.post(predictions, Program.NDJSON, body);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        Await.until(() -> telling.isDone() || !asked(STORING).equals("0"));
        assertFalse(telling.isDone(), "It was stored before the database could be killed");
        try (DatabaseOutage outage = new DatabaseOutage()) {
            refused(503, telling.get());
            refused(503, later(program.get("models")));
            refused(503, program.post(predictions, Program.NDJSON, keyed(3, "away")));
        }
        assertEquals(
                "7 acknowledged0 acknowledged6",
                asked(ALL.formatted("count(*) || ' ' || min(key) || ' ' || max(key)"), version));
        assertEquals("0", asked("select count(*) from prediction_keys where key ~ '^(cut|away)'"));
        told(MANY, 0, program.post(predictions, Program.NDJSON, body));
        told(0, MANY, program.post(predictions, Program.NDJSON, body));
    }

    /** The answer, which says when to come again. */
    private static HttpResponse<String> later(HttpResponse<String> answer) {
        assertEquals("5", answer.headers().firstValue("Retry-After").orElse("not said"));
        return answer;
    }

    private static void superuser(String sql) throws Exception {
        try (Connection connection = LocalDatabase.ofTheTests();
                var statement = connection.createStatement()) {
            statement.execute(sql);
            statement.execute("select pg_reload_conf()");
        }
    }
}
