package org.hindcast.prediction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.hindcast.Refusal;
import org.hindcast.mlmodel.ModelVersion;
import org.junit.jupiter.api.Test;

/** What must hold between predictions and their version, however each kind of database keeps it. */
abstract class VersionRules extends TurnRules {

    @Test // O0-08, S2-29
    void no_prediction_is_without_its_version_and_no_version_goes_before_its_predictions() throws Exception {
        ModelVersion version = version();
        ingest.store(version, List.of(at(0, 1, null)), null);
        String into = "insert into predictions (model_version_id, predicted_at, input_data, result) ";
        for (String against : List.of(
                into + "values (-1, now(), '', 1)",
                into + "select unnest(array[%d, -1]), now(), '', 1",
                "update predictions set model_version_id = -1 where model_version_id = %d",
                "update model_versions set id = -1 where id = %d",
                "delete from model_versions where id = %d")) {
            String statement = against.formatted(version.getId());
            SQLException refused = assertThrows(SQLException.class, () -> sql.say(statement), statement);
            assertEquals("23503", refused.getSQLState(), statement);
        }
        assertEquals(1, scores.scores(version).count());
    }

    @Test
    void one_prediction_goes_with_its_key_and_nothing_counts_it_any_more() throws Exception {
        ModelVersion version = version();
        Outcome happened = Outcome.of("b", 1);
        ingest.store(version, List.of(at(0, 1, "a"), at(1, 9, "b"), at(48, 5, null), at(48, 5, null)), null);
        ingest.outcomes(version, List.of(happened));
        refresh();
        pack();
        for (int hour : List.of(1, 48)) {
            Prediction wrong = predictions
                    .between(version, START.plusHours(hour), START.plusHours(hour + 1), 0, 1)
                    .get(0);
            first.whole(() -> remove(version, wrong));
            assertThrows(Refusal.Missing.class, () -> first.whole(() -> remove(version, wrong)));
        }
        for (int round = 0; round < 2; round++) {
            assertEquals(new Scores(2, 0, null, null, null, null), scores.scores(version));
            assertEquals(
                    List.of(START, START.plusHours(48)),
                    predictions.span(version).orElseThrow());
            refresh();
        }
        assertEquals(List.of(1), ingest.outcomes(version, List.of(happened)).missing());
        assertEquals(1, ingest.store(version, List.of(at(2, 3, "b")), null).stored(), "the key is free again");
        assertEquals(
                2,
                first.told.stream().filter(act -> act.contains("action=remove")).count());
    }

    private Void remove(ModelVersion version, Prediction prediction) {
        first.predictions.remove(version, prediction, actor(null));
        return null;
    }

    @Test // S2-29
    void who_deletes_a_version_waits_for_its_predictions_and_is_refused() throws Exception {
        ModelVersion version = version();
        first.ingest.store(version, List.of(at(0, 1, null)), null);
        Future<String> deleted =
                behind(() -> second.sql.ask("delete from model_versions where id = " + version.getId()));
        first.commit();
        assertTrue(
                assertThrows(ExecutionException.class, deleted::get).toString().contains("still has predictions"));
    }
}
