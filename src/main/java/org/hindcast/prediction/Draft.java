package org.hindcast.prediction;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Set;
import org.hindcast.Refusal;

/** A row of an upload while its fields come in. */
final class Draft {

    static final Set<String> OF_PREDICTION = Set.of("predictedAt", "input", "result", "key", "outcome", "outcomeAt");
    static final Set<String> OF_OUTCOME = Set.of("key", "id", "predictedAt", "outcome", "outcomeAt");

    /** Stands in tables that came from here, and is no field of a row: who sends it produced it. */
    static final String PRODUCER = "producedBy";

    private static final int PLAIN = "2026-01-31T12:00:00Z".length();

    private OffsetDateTime predictedAt;
    private String input;
    private Double result;
    private String key;
    private Double outcome;
    private OffsetDateTime outcomeAt;
    private Long id;

    /** {@code predicted_at} to {@code predictedAt}: tables write names otherwise than programs. */
    static String name(String column) {
        String name = column.strip();
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "predicted_at" -> "predictedAt";
            case "outcome_at" -> "outcomeAt";
            case "input_data" -> "input";
            default -> name;
        };
    }

    static boolean isNumber(String field) {
        return field.equals("result") || field.equals("outcome") || field.equals("id");
    }

    /** Whether the field is set already. */
    boolean has(String field) {
        return switch (field) {
            case "predictedAt" -> predictedAt != null;
            case "input" -> input != null;
            case "result" -> result != null;
            case "key" -> key != null;
            case "outcome" -> outcome != null;
            case "outcomeAt" -> outcomeAt != null;
            default -> id != null;
        };
    }

    /** @throws Refusal when the text cannot be that field */
    void set(String field, String text) {
        switch (field) {
            case "predictedAt" -> predictedAt = time(field, text);
            case "input" -> input = text;
            case "result" -> result = number(field, text);
            case "key" -> key = text;
            case "outcome" -> outcome = number(field, text);
            case "outcomeAt" -> outcomeAt = time(field, text);
            default -> id = whole(field, text);
        }
    }

    Prediction prediction() {
        require("predictedAt", predictedAt);
        require("input", input);
        require("result", result);
        if (outcomeAt != null) {
            require("outcome", outcome);
        }
        return new Prediction(0, predictedAt, input, result, key, outcome, outcomeAt, null);
    }

    Outcome outcome() {
        require("outcome", outcome);
        return new Outcome(key, predictedAt, id, outcome, outcomeAt);
    }

    private static void require(String field, Object value) {
        if (value == null) {
            throw Refusal.at(field, "prediction.row.missing", field);
        }
    }

    private static double number(String field, String text) {
        try {
            refuseJava(text.strip());
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw Refusal.at(field, "prediction.row.number");
        }
    }

    /** 1d and 0x1p3 are numbers to Java alone. */
    private static void refuseJava(String text) {
        int end = text.length() - 1;
        if (end > 0 && "dDfF".indexOf(text.charAt(end)) >= 0 || text.indexOf('p') >= 0 || text.indexOf('P') >= 0) {
            throw new NumberFormatException("no number of a table");
        }
    }

    private static long whole(String field, String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw Refusal.at(field, "prediction.row.number");
        }
    }

    private static OffsetDateTime time(String field, String text) {
        try {
            return isPlain(text) ? plain(text) : OffsetDateTime.parse(text).truncatedTo(ChronoUnit.MICROS);
        } catch (DateTimeException e) {
            throw Refusal.at(field, "prediction.row.time");
        }
    }

    /** Most times look alike, and the general way takes ten times as long. */
    private static boolean isPlain(String text) {
        return text.length() == PLAIN
                && text.charAt(19) == 'Z'
                && text.charAt(4) == '-'
                && text.charAt(7) == '-'
                && text.charAt(10) == 'T'
                && text.charAt(13) == ':'
                && text.charAt(16) == ':';
    }

    private static OffsetDateTime plain(String text) {
        int year = digits(text, 0, 4);
        int month = digits(text, 5, 7);
        int day = digits(text, 8, 10);
        int hour = digits(text, 11, 13);
        int minute = digits(text, 14, 16);
        return OffsetDateTime.of(year, month, day, hour, minute, digits(text, 17, 19), 0, ZoneOffset.UTC);
    }

    private static int digits(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                throw new DateTimeException("no digit");
            }
            number = number * 10 + digit;
        }
        return number;
    }
}
