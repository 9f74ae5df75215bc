package org.hindcast.prediction;

import java.time.OffsetDateTime;
import org.hindcast.Refusal;
import org.hindcast.persistence.Times;

/**
 * What really happened, for a prediction that is named by its key, or by its number and time.
 *
 * @param key of the prediction, or null
 * @param predictedAt of the prediction, needed where there is no key
 * @param id of the prediction, needed where there is no key
 * @param value in the model's unit
 * @param at when it became known; now where it is null
 */
public record Outcome(String key, OffsetDateTime predictedAt, Long id, double value, OffsetDateTime at) {

    public Outcome {
        key = key == null || key.isBlank() ? null : key.strip();
        value = Prediction.number("outcome", value);
        at = at == null ? Times.now() : Prediction.time("outcomeAt", at);
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
