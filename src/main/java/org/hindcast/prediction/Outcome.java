package org.hindcast.prediction;

import java.time.OffsetDateTime;
import org.hindcast.Refusal;

/**
 * What really happened, for a prediction that is named by its key, or by its number and time.
 *
 * @param key of the prediction, or null
 * @param predictedAt of the prediction, needed where there is no key
 * @param id of the prediction, needed where there is no key
 * @param value in the model's unit
 * @param at when it became known; null leaves that as it is, or makes it now where the value is new
 */
public record Outcome(String key, OffsetDateTime predictedAt, Long id, double value, OffsetDateTime at) {

    public Outcome {
        key = key == null || key.isBlank() ? null : Prediction.text("key", key.strip());
        value = Prediction.number("outcome", value);
        at = at == null ? null : Prediction.time("outcomeAt", at);
        if (predictedAt != null) {
            predictedAt = Prediction.time("predictedAt", predictedAt);
        }
        if (key == null && (id == null || predictedAt == null)) {
            throw Refusal.at("key", "prediction.unnamed");
        }
    }

    /** What happened to the prediction with that key, known since now. */
    public static Outcome of(String key, double value) {
        return new Outcome(key, null, null, value, null);
    }
}
