package org.hindcast.prediction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.hindcast.Refusal;
import org.hindcast.mlmodel.ModelVersion;
import org.junit.jupiter.api.Test;

/** What must hold of storing predictions, on each kind of database. */
abstract class StoringRules extends PredictionDatabase {

    @Test // S2-38
    void who_told_a_prediction_is_known_and_with_which_token() throws Exception {
        ModelVersion version = version();
        String token = sql.ask("insert into tokens (user_id, name, hash, scopes, epoch, expires_at) "
                + "select id, 'ci', 'h', 'write', 0, now() from users returning id");
        ingest.store(version, List.of(at(0, 1, "a")), actor(Integer.valueOf(token)));
        ingest.store(version, List.of(at(1, 1, "b")), actor(null));
        ingest.store(version, List.of(at(2, 1, "c")), null);
        List<Prediction> told = predictions.page(version, at(-1, 0, null), PredictionService.NEVER, 9);
        assertEquals(
                Arrays.asList(new Producer(1, "u", "U U", "ci"), new Producer(1, "u", "U U", null), null),
                told.stream().map(Prediction::producer).toList());
        assertEquals(told.get(0), predictions.find(version, START, told.get(0).id()));
    }

    @Test // S2-29
    void what_was_stored_is_read_again_latest_first() throws Exception {
        ModelVersion version = version();
        ingest.store(version, List.of(at(0, 1, "a"), at(2, 3, "c").with(2.5, START), at(1, 0, null)), actor(null));
        List<Prediction> latest = predictions.latest(version, 0, 10);
        assertEquals(
                List.of(3.0, 0.0, 1.0), latest.stream().map(Prediction::result).toList());
        assertEquals(0.5, latest.get(0).error());
        assertNull(latest.get(1).key());
        Prediction found = predictions.find(
                version, latest.get(2).predictedAt(), latest.get(2).id());
        assertEquals(latest.get(2).result(), found.result());
        assertThrows(Refusal.Missing.class, () -> predictions.find(version, START.plusDays(9), 1));
    }

    @Test // S2-38
    void the_last_day_of_all_calendars_is_read_as_any_other() throws Exception {
        ModelVersion version = version();
        ingest.store(version, List.of(new Prediction(OffsetDateTime.parse("9999-12-31T12:00Z"), "", 1, "end")), null);
        assertEquals(
                1,
                predictions
                        .page(version, at(-1, 0, null), PredictionService.NEVER, 9)
                        .size());
        assertEquals(1, scores.scores(version).count());
    }

    @Test
    void the_same_key_twice_is_stored_once_even_at_another_time() throws Exception {
        ModelVersion version = version();
        Stored first = ingest.store(version, List.of(at(0, 1, "same"), at(1, 2, "same"), at(2, 3, "other")), null);
        Stored again = ingest.store(version, List.of(at(5, 9, "same"), at(6, 7, "new")), null);
        assertEquals(new Stored(2, 1, List.of()), first);
        assertEquals(new Stored(1, 1, List.of()), again);
        assertEquals(
                List.of(7.0, 3.0, 1.0),
                predictions.latest(version, 0, 10).stream()
                        .map(Prediction::result)
                        .toList());
        assertEquals(new Stored(1, 0, List.of()), ingest.store(version(), List.of(at(0, 1, "same")), null));
    }

    @Test
    void batches_of_the_same_keys_at_once_double_nothing() throws Exception {
        ModelVersion version = version();
        List<Prediction> batch = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            batch.add(at(i, i, "key-" + i));
        }
        List<Prediction> turned = new ArrayList<>(batch);
        java.util.Collections.reverse(turned);
        ExecutorService both = Executors.newFixedThreadPool(2);
        List<Callable<Long>> stores = List.of(() -> storeApart(version, batch), () -> storeApart(version, turned));
        long stored = 0;
        for (Future<Long> each : both.invokeAll(stores)) {
            stored += each.get();
        }
        both.shutdown();
        assertEquals(500, stored);
        assertEquals(500, predictions.latest(version, 0, 1000).size());
    }

    @Test // O0-20, S2-42
    void hostile_text_is_stored_as_it_is() throws Exception {
        ModelVersion version = version();
        String hostile = "'); drop table predictions; -- \\ \" {,} null \n\t <script>é\u202E𝄞 NULL";
        ingest.store(
                version,
                List.of(new Prediction(START, hostile, 1, "k\\\"',{}"), new Prediction(START, "null", 2, "null")),
                null);
        List<String> inputs = predictions.latest(version, 0, 10).stream()
                .map(Prediction::input)
                .sorted()
                .toList();
        assertEquals(List.of(hostile, "null"), inputs);
    }

    @Test // S2-39
    void an_input_of_megabytes_is_kept_and_lists_show_its_beginning() throws Exception {
        ModelVersion version = version();
        String large = "x".repeat(5_000_000);
        ingest.store(version, List.of(new Prediction(START, large, 1, null)), null);
        Prediction listed = predictions.latest(version, 0, 1).get(0);
        assertEquals(200, listed.input().length());
        assertEquals(large, predictions.find(version, START, listed.id()).input());
    }

    @Test // S2-36
    void only_finite_numbers_and_times_of_a_calendar_are_predictions() {
        for (double wrong : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 1e101}) {
            assertEquals(
                    "result",
                    assertThrows(Refusal.class, () -> new Prediction(START, "", wrong, null))
                            .field());
            assertEquals(
                    "outcome",
                    assertThrows(Refusal.class, () -> Outcome.of("k", wrong)).field());
        }
        assertThrows(Refusal.class, () -> new Prediction(START.withYear(-1), "", 0, null));
        assertThrows(Refusal.class, () -> new Prediction(START, "\0", 0, null));
        assertThrows(Refusal.class, () -> new Prediction(START, "", 0, "k".repeat(201)));
    }

    @Test
    void outcomes_are_told_by_key_or_by_number_and_time_and_may_be_corrected() throws Exception {
        ModelVersion version = version();
        ingest.store(version, List.of(at(0, 1, "a"), at(1, 2, null)), null);
        Prediction keyless = predictions.latest(version, 0, 1).get(0);
        Stored told = ingest.outcomes(
                version,
                List.of(
                        Outcome.of("a", 1.5),
                        new Outcome(null, keyless.predictedAt(), keyless.id(), 0, null),
                        Outcome.of("unknown", 1)));
        assertEquals(new Stored(2, 0, List.of(3)), told);
        assertEquals(new Stored(0, 1, List.of()), ingest.outcomes(version, List.of(Outcome.of("a", 1.5))));
        assertEquals(
                new Stored(1, 1, List.of()), ingest.outcomes(version, List.of(Outcome.of("a", 9), Outcome.of("a", 2))));
        assertEquals(
                List.of(0.0, 2.0),
                predictions.latest(version, 0, 2).stream()
                        .map(Prediction::outcome)
                        .toList());
    }

    @Test // S2-32
    void the_time_of_an_outcome_may_be_corrected_alone_and_stays_where_none_is_given() throws Exception {
        ModelVersion version = version();
        ingest.store(version, List.of(at(0, 1, "a")), null);
        OffsetDateTime later = START.plusDays(1);
        assertEquals(new Stored(1, 0, List.of()), tell(version, 2, START));
        assertEquals(new Stored(0, 1, List.of()), tell(version, 2, START));
        assertEquals(new Stored(1, 0, List.of()), tell(version, 2, later));
        assertEquals(new Stored(0, 1, List.of()), tell(version, 2, null));
        assertEquals(later, predictions.latest(version, 0, 1).get(0).outcomeAt());
        assertEquals(new Stored(1, 0, List.of()), tell(version, 3, null));
        assertTrue(predictions.latest(version, 0, 1).get(0).outcomeAt().isAfter(START.plusYears(1)));
    }

    private Stored tell(ModelVersion version, double outcome, OffsetDateTime when) {
        return ingest.outcomes(version, List.of(new Outcome("a", null, null, outcome, when)));
    }

    @Test
    void forgetting_leaves_nothing_behind() throws Exception {
        ModelVersion version = version();
        ingest.store(
                version,
                List.of(new Prediction(OffsetDateTime.parse("1970-01-01T00:00Z"), "", 1, "old"), at(0, 2, "new")),
                null);
        refresh();
        sql.say("select forget_predictions(interval '40 years')");
        assertEquals(new Scores(1, 0, null, null, null, null), scores.scores(version));
        refresh();
        assertEquals(new Scores(1, 0, null, null, null, null), scores.scores(version));
        assertEquals(1, ingest.store(version, List.of(at(3, 1, "old")), null).stored());
    }

    @Test
    void whose_predictions_are_all_forgotten_may_be_deleted() throws Exception {
        ModelVersion emptied = version();
        ModelVersion kept = version();
        Prediction old = new Prediction(OffsetDateTime.parse("1970-01-01T00:00Z"), "", 1, "old");
        ingest.store(emptied, List.of(old), actor(null));
        ingest.store(kept, List.of(old, at(0, 2, "new")), actor(null));
        sql.say("select forget_predictions(interval '40 years')");
        String producers = "select count(*) from prediction_producers where model_version_id = ?";
        assertEquals("0", sql.ask(producers, emptied.getId()));
        assertEquals("1", sql.ask(producers, kept.getId()));
    }

    @Test
    void a_version_that_goes_leaves_nothing_behind() throws Exception {
        ModelVersion version = version();
        ingest.store(version, List.of(at(0, 1, "a"), at(1, 2, null)), null);
        refresh();
        sql.ask("select begin_replacing(" + version.getId() + ")");
        sql.ask("select clear_predictions(" + version.getId() + ", 10)");
        sql.say("delete from model_versions where id = " + version.getId());
        sql.ask("select forget_version(" + version.getId() + ")");
        refresh();
        for (String table : List.of("totals", "keys", "changes", "producers", "s_hourly", "s_daily")) {
            String count = "select count(*) from prediction" + (table.startsWith("s_") ? "" : "_") + table;
            assertEquals("0", sql.ask(count + " where model_version_id = " + version.getId()), table);
        }
    }

    private long storeApart(ModelVersion version, List<Prediction> batch) throws Exception {
        try (Connection own = source.getConnection()) {
            return new Sql(own)
                    .into(new PredictionIngest())
                    .store(version, batch, null)
                    .stored();
        }
    }
}
