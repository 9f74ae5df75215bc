package org.hindcast.prediction;

import java.time.OffsetDateTime;

/**
 * What a version of a model predicted, and what happened.
 *
 * @param predictedAt the moment that the prediction is about
 * @param input data that it was made from, text or JSON
 * @param result in the model's unit
 * @param key by which the client knows it, or null
 * @param outcome what really happened, in the model's unit; null while unknown
 * @param outcomeAt when the outcome became known
 */
public record Prediction(
        long id,
        OffsetDateTime predictedAt,
        String input,
        double result,
        String key,
        Double outcome,
        OffsetDateTime outcomeAt) {

    /** A prediction not stored yet. */
    public Prediction(OffsetDateTime predictedAt, String input, double result, String key) {
        this(0, predictedAt, input, result, key, null, null);
    }

    /** The same prediction, with what happened. */
    public Prediction with(Double outcome, OffsetDateTime outcomeAt) {
        return new Prediction(id, predictedAt, input, result, key, outcome, outcomeAt);
    }

    /** Result minus outcome, null while the outcome is unknown. */
    public Double error() {
        return outcome == null ? null : result - outcome;
    }
}
