package org.hindcast.prediction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;

/** Scores as the textbook computes them, one prediction after the other. */
record Expected(List<Prediction> all, List<Prediction> known) {

    private static final double NEAR = 1e-9;

    static Expected of(List<Prediction> all) {
        return new Expected(all, all.stream().filter(p -> p.outcome() != null).toList());
    }

    void assertNear(Scores found) {
        assertEquals(all.size(), found.count());
        assertEquals(known.size(), found.known());
        if (known.isEmpty()) {
            assertNull(found.mae());
            return;
        }
        assertEquals(mean(p -> p.result() - p.outcome()), found.bias(), NEAR);
        assertEquals(mean(p -> Math.abs(p.result() - p.outcome())), found.mae(), NEAR);
        assertEquals(Math.sqrt(mean(p -> Math.pow(p.result() - p.outcome(), 2))), found.rmse(), NEAR);
        double mape = mean(p -> 100 * Math.abs((p.result() - p.outcome()) / p.outcome()));
        assertEquals(1, found.mape() / mape, NEAR);
    }

    private double mean(java.util.function.ToDoubleFunction<Prediction> value) {
        return known.stream().mapToDouble(value).average().orElseThrow();
    }
}
