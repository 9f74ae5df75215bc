package org.hindcast.api;

import static org.hindcast.api.Answers.ALL;
import static org.hindcast.api.Answers.asked;
import static org.hindcast.api.Answers.keyed;
import static org.hindcast.api.Answers.refused;
import static org.hindcast.api.Answers.told;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.hindcast.support.Hindcast;
import org.hindcast.support.Visitor;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Uploads that come twice, at once, in part, or too large. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
@Tag("thread")
class UploadsIT {

    private static final int MANY = 25_000;

    private static Program program;

    private String version;
    private String predictions;
    private String outcomes;

    @BeforeAll
    static void token() throws Exception {
        program = Program.ofAdministrator();
    }

    @BeforeEach
    void model() throws Exception {
        version = program.version();
        predictions = version + "/predictions";
        outcomes = version + "/outcomes";
    }

    @Test // SEC-6
    void the_same_key_twice_is_stored_once() throws Exception {
        for (int size : List.of(1, 100, MANY)) {
            told(size, 0, program.post(predictions, Program.NDJSON, keyed(size, "a" + size)));
            told(0, size, program.post(predictions, Program.NDJSON, keyed(size, "a" + size)));
        }
        String twice = keyed(3, "b") + keyed(4, "b");
        told(4, 3, program.post(predictions, Program.NDJSON, twice));
        assertEquals(String.valueOf(1 + 100 + MANY + 4), asked(ALL.formatted("count(*)"), version));
    }

    @Test // O0-10
    void a_series_is_replaced_by_whoever_may_write_and_those_who_look_see_one_or_the_other() throws Exception {
        told(MANY, 0, program.post(predictions, Program.NDJSON, keyed(MANY, "before")));
        CompletableFuture<HttpResponse<String>> replacing =
                CompletableFuture.supplyAsync(() -> replaced(keyed(100, "after")));
        while (!replacing.isDone()) {
            String seen = asked(ALL.formatted("count(*)"), version);
            assertTrue(List.of("25000", "100").contains(seen), seen);
        }
        assertEquals(
                "{\"stored\":100,\"existing\":0,\"removed\":25000}",
                replacing.get().body());
        refused(422, replaced("{\"result\":1}"));
        assertEquals("100", asked(ALL.formatted("count(*)"), version));
        Program teller = new Program(Program.token(Program.asAdministrator(), "predictions:write"));
        refused(
                403,
                Program.send(teller.request(predictions)
                        .header("Content-Type", Program.NDJSON)
                        .PUT(BodyPublishers.ofString(""))));
        assertEquals(
                "1",
                asked("select count(*) from audit_entries where action = 'replace' and object = ?", number(version)));
    }

    @Test
    void the_file_that_a_page_gives_away_is_taken_back() throws Exception {
        String rows =
                "{\"predictedAt\":\"2026-01-31T12:00:00.000001+02:00\",\"input\":\"a,\\\"b\\\"\\nc\",\"result\":-1e-7,\"key\":\"k\"}\n"
                        + "{\"predictedAt\":\"1582-01-31T12:00:00Z\",\"input\":\"\",\"result\":3,\"outcome\":0,\"outcomeAt\":\"2026-01-31T12:00Z\"}";
        told(2, 0, program.post(predictions, Program.NDJSON, rows));
        Visitor reader = Program.asAdministrator();
        String file = reader.get("do/predictions?version=" + number(version)).body();
        String all = ALL.formatted(
                "string_agg(concat_ws('|', predicted_at, input_data, result, key, outcome, outcome_at), ' ' order by predicted_at)");
        String before = asked(all, version);
        String other = program.version();
        told(2, 0, program.post(other + "/predictions", Program.CSV, file));
        assertEquals(before, asked(all, other));
    }

    @Test // O0-10
    void a_series_is_replaced_by_nothing_less_than_a_prediction() throws Exception {
        told(100, 0, program.post(predictions, Program.NDJSON, keyed(100, "stays")));
        for (String[] empty :
                new String[][] {{Program.NDJSON, ""}, {Program.JSON, "[]"}, {Program.CSV, "predictedAt,input,result\n"}
                }) {
            refused(
                    422,
                    Program.send(program.request(predictions)
                            .header("Content-Type", empty[0])
                            .PUT(BodyPublishers.ofString(empty[1]))));
        }
        assertEquals("100", asked(ALL.formatted("count(*)"), version));
    }

    @Test // S2-32
    void the_time_of_an_outcome_is_corrected_alone() throws Exception {
        told(1, 0, program.post(predictions, Program.NDJSON, keyed(1, "o")));
        told(1, 0, program.post(outcomes, Program.NDJSON, "{\"key\":\"o0\",\"outcome\":1}"));
        String dated = "{\"key\":\"o0\",\"outcome\":1,\"outcomeAt\":\"2026-01-0%dT00:00:00Z\"}";
        told(1, 0, program.post(outcomes, Program.NDJSON, dated.formatted(2)));
        told(1, 0, program.post(outcomes, Program.CSV, "key,outcome,outcomeAt\no0,1,2026-01-03T00:00:00Z\n"));
        told(0, 1, program.post(outcomes, Program.NDJSON, dated.formatted(3)));
        told(0, 1, program.post(outcomes, Program.NDJSON, "{\"key\":\"o0\",\"outcome\":1}"));
        assertEquals(
                "2026-01-03T00:00:00Z",
                Program.json(program.get(predictions)).at("/items/0/outcomeAt").asText());
    }

    private HttpResponse<String> replaced(String body) {
        try {
            return Program.send(program.request(predictions)
                    .header("Content-Type", Program.NDJSON)
                    .PUT(BodyPublishers.ofString(body)));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void many_who_tell_the_same_at_once_store_it_once() throws Exception {
        ExecutorService four = Executors.newFixedThreadPool(4);
        try {
            String body = keyed(3_000, "same");
            Callable<HttpResponse<String>> telling = () -> program.post(predictions, Program.NDJSON, body);
            long stored = 0;
            for (Future<HttpResponse<String>> answer : four.invokeAll(Collections.nCopies(4, telling))) {
                assertEquals(200, answer.get().statusCode(), answer.get().body());
                stored += Program.json(answer.get()).get("stored").asLong();
            }
            assertEquals(3_000, stored);
        } finally {
            four.shutdownNow();
        }
    }

    @Test // SEC-22
    void more_than_64_MB_are_refused_and_nothing_is_stored() throws Exception {
        byte[] row = "{\"predictedAt\":\"2026-01-01T00:00:00Z\",\"input\":\"%s\",\"result\":1}\n"
                .formatted("x".repeat(900_000))
                .getBytes(StandardCharsets.UTF_8);
        refused(413, program.post(predictions, Program.NDJSON, BodyPublishers.ofInputStream(() -> repeated(row, 80))));
        assertEquals("0", asked(ALL.formatted("count(*)"), version));
        told(60, 0, program.post(predictions, Program.NDJSON, BodyPublishers.ofInputStream(() -> repeated(row, 60))));
    }

    @Test // SEC-6
    void a_client_that_goes_away_leaves_nothing() throws Exception {
        try (Socket socket = new Socket(Hindcast.url().getHost(), Hindcast.url().getPort())) {
            String head = "POST /api/v1/" + predictions
                    + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/x-ndjson\r\n"
                    + program.request("x")
                            .build()
                            .headers()
                            .firstValue("Authorization")
                            .map(a -> "Authorization: " + a)
                            .orElseThrow()
                    + "\r\nContent-Length: 50000000\r\n\r\n";
            OutputStream out = socket.getOutputStream();
            out.write(head.getBytes(StandardCharsets.UTF_8));
            out.write(keyed(MANY, "gone").getBytes(StandardCharsets.UTF_8));
            out.flush();
        }
        TimeUnit.SECONDS.sleep(2);
        assertEquals("0", asked(ALL.formatted("count(*)"), version));
        told(MANY, 0, program.post(predictions, Program.NDJSON, keyed(MANY, "gone")));
    }

    @Test // SEC-6, SEC-4
    void a_connection_that_dies_in_the_middle_leaves_nothing_and_the_retry_stores_all() throws Exception {
        String body = keyed(5 * MANY, "killed");
        CompletableFuture<HttpResponse<String>> telling = CompletableFuture.supplyAsync(() -> {
            try {
                return program.post(predictions, Program.NDJSON, body);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        boolean killed = false;
        while (!telling.isDone()) {
            killed |= kill();
        }
        assertTrue(killed, telling.get().body());
        refused(503, telling.get());
        assertEquals("0", asked(ALL.formatted("count(*)"), version));
        assertEquals("0", asked("select count(*) from prediction_keys where key like 'killed%'"));
        told(5 * MANY, 0, program.post(predictions, Program.NDJSON, body));
    }

    /** Ends the connection that is storing, once it has stored some. */
    private static boolean kill() throws Exception {
        try (Connection connection = Hindcast.database();
                var rows = connection
                        .createStatement()
                        .executeQuery("select pg_terminate_backend(pid) from pg_stat_activity "
                                + "where pid <> pg_backend_pid() and datname = current_database() and state = 'active' "
                                + "and query ilike 'with incoming as%incoming_predictions%'")) {
            return rows.next();
        }
    }

    private static InputStream repeated(byte[] row, int times) {
        return new SequenceInputStream(
                Collections.enumeration(Stream.generate(() -> (InputStream) new java.io.ByteArrayInputStream(row))
                        .limit(times)
                        .toList()));
    }

    /** Of the version with this address, as pages know it. */
    private static String number(String version) throws Exception {
        return asked(
                "select id from model_versions v where 'models/' || v.model_id || '/versions/' || v.number = ?",
                version);
    }
}
