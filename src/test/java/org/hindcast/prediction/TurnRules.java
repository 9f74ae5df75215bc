package org.hindcast.prediction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hindcast.mlmodel.ModelVersion;
import org.hindcast.persistence.Actor;
import org.hindcast.prediction.Upload.Format;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What must hold when several write to one series at once, on each kind of database. */
abstract class TurnRules extends CopyRules {

    private static final String WAITING =
            "select count(*) from pg_stat_activity where pid = ? and wait_event_type = 'Lock'";

    private final ExecutorService other = Executors.newSingleThreadExecutor();
    private Writer first;
    private Writer second;

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
                first.uploads.store(() -> version, Upload.predictions(body(lines(size, key)), Format.NDJSON), null);
                Future<Replaced> replaced = behind(() -> replace(second, version, lines(1, key)));
                first.commit();
                assertEquals(new Replaced(new Stored(1, 0, List.of()), size), replaced.get());
                assertEquals(1, scores.scores(version).count());
            }
        }
    }

    /** The first writer puts one prediction in the place of all, and does not end. */
    private void replacing(ModelVersion version, Prediction one) throws Exception {
        first.sql.say("select begin_replacing(" + version.getId() + ")");
        first.sql.say("select clear_predictions(" + version.getId() + ", 1000)");
        first.ingest.store(version, List.of(one), null);
    }

    /** The second writer does that, and waits for the first. */
    private <R> Future<R> behind(Callable<R> work) throws Exception {
        int pid = Integer.parseInt(second.sql.ask("select pg_backend_pid()"));
        second.commit();
        Future<R> result = other.submit(() -> second.whole(work));
        while (!result.isDone() && sql.ask(WAITING, pid).equals("0")) {
            Thread.sleep(5);
        }
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

    private static Stored send(Writer writer, ModelVersion version, String lines) {
        return writer.uploads.store(() -> version, Upload.predictions(body(lines), Format.NDJSON), null);
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

    /** A way to tell an outcome. */
    private interface Teller {
        Stored tell(ModelVersion version, String key);
    }
}
