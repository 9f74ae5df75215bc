package org.hindcast.prediction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hindcast.mlmodel.ModelVersion;
import org.hindcast.persistence.Actor;
import org.hindcast.prediction.Upload.Format;
import org.hindcast.support.Await;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What must hold when several write to one series at once, on each kind of database. */
abstract class TurnRules extends CopyRules {

    private static final int MANY = 25_000;
    private static final int MODEL = 1;
    private static final String WAITING =
            "select count(*) from pg_stat_activity where pid = ? and wait_event_type = 'Lock'";

    private final ExecutorService other = Executors.newSingleThreadExecutor();
    Writer first;
    Writer second;

    @BeforeEach
    void two() throws Exception {
        first = new Writer(source);
        second = new Writer(source);
    }

    @AfterEach
    void leave() throws Exception {
        first.close();
        second.close();
    }

    @AfterAll
    void stop() {
        other.shutdownNow();
    }

    @Test // O0-10, SEC-6
    void an_outcome_told_while_the_series_is_replaced_is_not_lost() throws Exception {
        for (Teller teller : List.<Teller>of(this::byStatement, this::byCopy)) {
            ModelVersion version = version();
            ingest.store(version, List.of(at(0, 1, "k"), at(1, 1, "old")), null);
            replacing(version, at(5, 2, "k"));
            Future<Stored> told = behind(() -> teller.tell(version, "k"));
            first.commit();
            assertEquals(new Stored(1, 0, List.of()), told.get());
            assertEquals(7, predictions.latest(version, 0, 2).get(0).outcome());
            replacing(version, at(5, 2, "k"));
            Future<Stored> gone = behind(() -> teller.tell(version, "old"));
            first.commit();
            assertTrue(isMissing(gone));
        }
    }

    @Test // O0-10
    void what_is_told_while_a_series_is_replaced_comes_wholly_after_it() throws Exception {
        for (String key : new String[] {null, "k"}) {
            for (int size : new int[] {1, 3_000}) {
                ModelVersion version = version();
                ingest.store(version, List.of(at(0, 1, "k")), null);
                replacing(version, at(5, 2, "k"));
                Future<Stored> told = behind(() -> send(second, version, lines(size, key)));
                first.commit();
                assertEquals(key == null ? size : size - 1, told.get().stored());
                assertEquals(1 + told.get().stored(), scores.scores(version).count());
            }
        }
    }

    @Test // O0-10
    void who_replaces_a_series_waits_for_those_who_write_to_it() throws Exception {
        for (String key : new String[] {null, "k"}) {
            for (int size : new int[] {1, 3_000}) {
                ModelVersion version = version();
                send(first, version, lines(size, key));
                Future<Replaced> replaced = behind(() -> replace(second, version, lines(1, key)));
                first.commit();
                assertEquals(new Replaced(new Stored(1, 0, List.of()), size), replaced.get());
                assertEquals(1, scores.scores(version).count());
            }
        }
    }

    @Test // O0-10
    void who_replaces_or_comes_again_waits_longer_than_the_pool_lets_others_wait() throws Exception {
        second.sql.say("set lock_timeout = 200");
        second.sql.say("set statement_timeout = 400");
        second.commit();
        ModelVersion version = version();
        replacing(version, at(5, 2, "k"));
        Future<Replaced> replaced = behind(() -> replace(second, version, lines(1, "k")));
        sql.say("select pg_sleep(0.8)");
        first.commit();
        assertEquals(new Replaced(new Stored(1, 0, List.of()), 1), replaced.get());
        assertEquals(2_999, send(first, version, lines(3_000, "k")).stored());
        Future<Stored> again = behind(() -> send(second, version, lines(3_000, "k")));
        sql.say("select pg_sleep(0.8)");
        first.commit();
        assertEquals(new Stored(0, 3_000, List.of()), again.get());
    }

    @Test // SEC-6
    void two_who_send_the_same_in_another_order_both_come_through() throws Exception {
        ModelVersion version = version();
        List<String> rows = lines(MANY, "k").lines().toList();
        assertEquals(MANY, crosswise(rows, (writer, body, progress) -> {
            Upload<Prediction> upload = Upload.predictions(body, Format.NDJSON);
            return writer.uploads.store(version, upload, null, progress, Supplier::get);
        }));
        assertEquals(MANY, scores.scores(version).count());
        List<String> outcomes = IntStream.range(0, MANY)
                .mapToObj(i -> "{\"key\":\"k" + (i == 0 ? "" : i) + "\",\"outcome\":3}")
                .toList();
        assertEquals(MANY, crosswise(outcomes, (writer, body, progress) -> {
            Upload<Outcome> upload = Upload.outcomes(body, Format.NDJSON);
            return writer.uploads.outcomes(version, upload, progress, Supplier::get);
        }));
    }

    /** Two send these lines, one from the end; each has stored some before the other goes on. How many were new to both. */
    private long crosswise(List<String> lines, Sender sender) throws Exception {
        CyclicBarrier both = new CyclicBarrier(2);
        List<String> turned = new ArrayList<>(lines);
        Collections.reverse(turned);
        Future<Stored> back = other.submit(() ->
                second.whole(() -> sender.send(second, body(String.join("\n", turned)), meeting(both))));
        long stored = first.whole(() -> sender.send(first, body(String.join("\n", lines)), meeting(both)))
                .stored();
        return stored + back.get(1, TimeUnit.MINUTES).stored();
    }

    /** Waits for the other after the first rows, once. */
    @Test
    void who_just_writes_to_an_empty_series_stays_its_producer() throws Exception {
        ModelVersion version = version();
        sql.say("insert into prediction_producers (model_version_id, user_id) values (?, 1)", version.getId());
        first.ingest.store(version, List.of(at(0, 1, null)), actor(null));
        sql.say("select forget_producers()");
        String producers = "select count(*) from prediction_producers where model_version_id = ?";
        assertEquals("1", sql.ask(producers, version.getId()));
    }

    private static LongConsumer meeting(CyclicBarrier both) {
        AtomicBoolean met = new AtomicBoolean();
        return rows -> {
            try {
                if (rows > 0 && met.compareAndSet(false, true)) {
                    both.await(1, TimeUnit.MINUTES);
                }
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        };
    }

    /** The first writer puts one prediction in the place of all, and does not end. */
    private void replacing(ModelVersion version, Prediction one) throws Exception {
        first.sql.say("select begin_replacing(" + version.getId() + ")");
        first.sql.say("select clear_predictions(" + version.getId() + ", 1000)");
        first.ingest.store(version, List.of(one), null);
    }

    /** The second writer does that, and waits for the first. */
    <R> Future<R> behind(Callable<R> work) throws Exception {
        int pid = Integer.parseInt(second.sql.ask("select pg_backend_pid()"));
        second.commit();
        Future<R> result = other.submit(() -> second.whole(work));
        Await.until(() -> result.isDone() || !sql.ask(WAITING, pid).equals("0"));
        assertTrue(!result.isDone(), "It did not wait");
        return result;
    }

    private Stored byStatement(ModelVersion version, String key) {
        return second.ingest.outcomes(version, List.of(Outcome.of(key, 7)));
    }

    private Stored byCopy(ModelVersion version, String key) {
        String line = "{\"key\":\"" + key + "\",\"outcome\":7}";
        return second.uploads.outcomes(version, Upload.outcomes(body(line), Format.NDJSON));
    }

    /** Whether it was told that there is no such prediction: by a place, or by a refusal. */
    private static boolean isMissing(Future<Stored> told) throws Exception {
        try {
            return told.get().missing().equals(List.of(1));
        } catch (java.util.concurrent.ExecutionException e) {
            return e.getCause() instanceof BadRow bad && bad.key().equals("prediction.row.absent");
        }
    }

    private static Stored send(Writer writer, ModelVersion version, String lines) throws Exception {
        int number =
                Integer.parseInt(writer.sql.ask("select number from model_versions where id = ?", version.getId()));
        Upload<Prediction> upload = Upload.predictions(body(lines), Format.NDJSON);
        return writer.uploads.store(MODEL, number, () -> version, upload, Actor.SYSTEM);
    }

    private static Replaced replace(Writer writer, ModelVersion version, String lines) {
        return writer.uploads.replace(version, Upload.predictions(body(lines), Format.NDJSON), Actor.SYSTEM);
    }

    /** So many predictions; of the first one the key, of the others that and their number. */
    private static String lines(int size, String key) {
        return IntStream.range(0, size)
                .mapToObj(i -> "{\"predictedAt\":\"" + START.plusMinutes(i) + "\",\"input\":\"\",\"result\":1"
                        + (key == null ? "" : ",\"key\":\"" + key + (i == 0 ? "" : i) + "\"") + "}")
                .collect(Collectors.joining("\n"));
    }

    private static ByteArrayInputStream body(String lines) {
        return new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8));
    }

    /** A way to send many. */
    private interface Sender {
        Stored send(Writer writer, InputStream body, LongConsumer progress);
    }

    /** A way to tell an outcome. */
    private interface Teller {
        Stored tell(ModelVersion version, String key);
    }
}
