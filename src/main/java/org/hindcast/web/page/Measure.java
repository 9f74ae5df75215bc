package org.hindcast.web.page;

import java.util.List;
import org.hindcast.prediction.Scores;

/** The measures of error, by the names under which pages know them. */
final class Measure {

    static final List<String> ALL = List.of("bias", "mae", "rmse", "mape");

    private Measure() {}

    /** Null where the measure is not defined. */
    static Double of(String name, Scores scores) {
        return switch (name) {
            case "bias" -> scores.bias();
            case "mae" -> scores.mae();
            case "rmse" -> scores.rmse();
            default -> scores.mape();
        };
    }
}
