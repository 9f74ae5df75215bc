package org.hindcast.prediction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.hindcast.mlmodel.ModelVersion;
import org.junit.jupiter.api.Test;

/** What must hold of predictions on each kind of database; every number is compared with one that the test computed. */
abstract class PredictionRules extends VersionRules {

    private static final double NEAR = 1e-9;

    private static final String PLAN = """
            create or replace function plan(version integer) returns text language plpgsql as $$
            declare
              line text;
              lines text := '';
            begin
              for line in execute 'explain select id from predictions where model_version_id = ' || version
                || ' order by predicted_at desc, id desc limit 20' loop
                lines := lines || line;
              end loop;
              return lines;
            end $$
            """;

    @Test
    void scores_and_series_are_those_that_anybody_computes_before_and_after_the_sums_are_made() throws Exception {
        ModelVersion version = version();
        List<Prediction> all = random(700);
        ingest.store(version, all, null);
        same(version, all);
        refresh();
        assertEquals("0", sql.ask("select count(*) from prediction_changes"));
        same(version, all);
        List<Prediction> late = new ArrayList<>(all);
        Prediction old = all.get(3);
        late.set(3, old.with(old.result() + 77, START.plusYears(1)));
        ingest.outcomes(version, List.of(Outcome.of(old.key(), old.result() + 77)));
        Prediction new1 = new Prediction(START.plusHours(30), "", -5, "late").with(4.0, START);
        late.add(new1);
        ingest.store(version, List.of(new1), null);
        same(version, late);
        refresh();
        same(version, late);
    }

    @Test
    void what_is_not_defined_is_left_out() throws Exception {
        ModelVersion version = version();
        assertEquals(Scores.NONE, scores.scores(version));
        assertTrue(predictions.span(version).isEmpty());
        ingest.store(version, List.of(at(0, 1, "a"), at(1, 2, "b").with(0.0, START)), null);
        Scores found = scores.scores(version);
        assertEquals(new Scores(2, 1, 2.0, 2.0, 2.0, null), found);
        assertNull(scores.series(version, START, START, Duration.ofSeconds(1))
                .buckets()
                .get(0)
                .outcome());
    }

    @Test // O0-09
    void the_latest_of_a_version_come_straight_from_an_index() throws Exception {
        ModelVersion version = version();
        ingest.store(version, random(3000), null);
        sql.say("analyze predictions");
        sql.say(PLAN);
        String plan = sql.ask("select plan(" + version.getId() + ")");
        assertTrue(plan.contains("Index") && !plan.matches(".*Seq Scan on (predictions|_hyper).*"), plan);
    }

    private void same(ModelVersion version, List<Prediction> all) {
        Expected.of(all).assertNear(scores.scores(version));
        for (Duration width :
                List.of(Duration.ofMinutes(15), Duration.ofHours(6), Duration.ofDays(1), Duration.ofDays(7))) {
            Series series = scores.series(version, START, START.plusDays(60), width);
            long points = all.stream()
                    .map(p -> Width.start(p.predictedAt(), width))
                    .distinct()
                    .count();
            assertEquals(points, series.buckets().size());
            for (Bucket bucket : series.buckets()) {
                List<Prediction> own = all.stream()
                        .filter(p -> Width.start(p.predictedAt(), width).isEqual(bucket.from()))
                        .toList();
                Expected.of(own).assertNear(bucket.scores());
                assertEquals(
                        own.stream().mapToDouble(Prediction::result).average().orElseThrow(), bucket.result(), NEAR);
            }
        }
    }
}
