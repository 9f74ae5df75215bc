package org.hindcast.prediction;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.hindcast.Refusal;

/**
 * What a version of a model predicted, and what happened.
 *
 * @param predictedAt the moment that the prediction is about
 * @param input data that it was made from, text or JSON
 * @param result in the model's unit
 * @param key by which the client knows it, or null
 * @param outcome what really happened, in the model's unit; null while unknown
 * @param outcomeAt when the outcome became known
 * @param producer who told it; null when nobody did, or where it was not asked for
 */
public record Prediction(
        long id,
        OffsetDateTime predictedAt,
        String input,
        double result,
        String key,
        Double outcome,
        OffsetDateTime outcomeAt,
        Producer producer) {

    private static final double LARGEST = 1e100;
    private static final double SMALLEST = 1e-100;
    private static final int LONGEST_KEY = 200;
    private static final int LAST_YEAR = 9999;

    /** @throws Refusal that names what can't be: not a finite number, no time that a calendar shows, a key too long */
    public Prediction {
        input = input == null ? "" : text("input", input);
        key = key == null || key.isBlank() ? null : text("key", key.strip());
        predictedAt = time("predictedAt", predictedAt);
        result = number("result", result);
        if (key != null && key.codePointCount(0, key.length()) > LONGEST_KEY) {
            throw Refusal.at("key", "prediction.key.long", LONGEST_KEY);
        }
        if (outcome != null) {
            outcome = number("outcome", outcome);
        }
        if (outcomeAt != null) {
            outcomeAt = time("outcomeAt", outcomeAt);
        }
    }

    /** A prediction not stored yet. */
    public Prediction(OffsetDateTime predictedAt, String input, double result, String key) {
        this(0, predictedAt, input, result, key, null, null, null);
    }

    /** The same prediction, with what happened. */
    public Prediction with(Double outcome, OffsetDateTime outcomeAt) {
        return new Prediction(id, predictedAt, input, result, key, outcome, outcomeAt, producer);
    }

    /** Result minus outcome, null while the outcome is unknown. */
    public Double error() {
        return outcome == null ? null : result - outcome;
    }

    /** What is smaller than any measure is 0: PostgreSQL fails to square it, and with it every sum of that day. */
    static double number(String field, double number) {
        if (!(Math.abs(number) <= LARGEST)) {
            throw Refusal.at(field, "prediction.notFinite");
        }
        return Math.abs(number) < SMALLEST ? 0 : number;
    }

    /** In UTC: PostgreSQL knows no offset beyond sixteen hours. */
    static OffsetDateTime time(String field, OffsetDateTime time) {
        if (time == null || isBeyond(time) || isBeyond(time.withOffsetSameInstant(ZoneOffset.UTC))) {
            throw Refusal.at(field, "prediction.notTime");
        }
        return time.withOffsetSameInstant(ZoneOffset.UTC);
    }

    private static boolean isBeyond(OffsetDateTime time) {
        return time.getYear() < 1 || time.getYear() > LAST_YEAR;
    }

    /** @throws Refusal for a character that the database cannot hold */
    static String text(String field, String text) {
        if (text.indexOf('\0') >= 0) {
            throw Refusal.at(field, "prediction.notText");
        }
        return text;
    }
}
