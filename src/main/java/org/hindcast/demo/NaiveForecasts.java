package org.hindcast.demo;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.hindcast.prediction.Prediction;

/**
 * Forecasts that anybody can make, one week ahead, each from the past only. After Hyndman and Athanasopoulos, Forecasting:
 * Principles and Practice, 3rd edition, section 5.2 (otexts.com/fpp3/simple-methods.html).
 */
final class NaiveForecasts {

    private static final int YEAR = 52;

    private NaiveForecasts() {}

    /** Each week as the last one known, and the one to come. The first week has no past and is not predicted. */
    static List<Prediction> persistence(List<Week> weeks) {
        List<Prediction> predictions = new ArrayList<>();
        for (int now = 1; now <= weeks.size(); now++) {
            Week last = weeks.get(lastKnown(weeks, now - 1));
            String input = "{\"last\": " + last.ppm() + ", \"seen\": \"" + last.date() + "\"}";
            predictions.add(prediction(target(weeks, now), input, last.ppm()));
        }
        return predictions;
    }

    /**
     * Each week as the one a year before it, or the last one known then, plus a year's drift: the mean weekly change between the
     * first and the last known week. The first year is not predicted.
     */
    static List<Prediction> seasonalWithDrift(List<Week> weeks) {
        List<Prediction> predictions = new ArrayList<>();
        Week first = weeks.get(0);
        for (int now = YEAR; now <= weeks.size(); now++) {
            Week year = weeks.get(lastKnown(weeks, now - YEAR));
            int last = lastKnown(weeks, now - 1);
            double drift = (weeks.get(last).ppm() - first.ppm()) / last;
            String input = "{\"yearBefore\": " + year.ppm() + ", \"seen\": \"" + year.date() + "\", \"weeklyDrift\": "
                    + rounded(drift, 1e5) + "}";
            predictions.add(prediction(target(weeks, now), input, rounded(year.ppm() + YEAR * drift, 1e3)));
        }
        return predictions;
    }

    /** One minus the mean absolute percentage error over the known outcomes. */
    static double accuracy(List<Prediction> predictions) {
        double error = predictions.stream()
                .filter(p -> p.outcome() != null)
                .mapToDouble(p -> Math.abs(p.error() / p.outcome()))
                .average()
                .orElseThrow();
        return rounded(1 - error, 1e6);
    }

    /** That week, or the one after all of them, which nobody has measured yet. */
    private static Week target(List<Week> weeks, int at) {
        return at < weeks.size()
                ? weeks.get(at)
                : new Week(weeks.get(at - 1).date().plusDays(7), null);
    }

    /** The outcome is known when the week is over. */
    private static Prediction prediction(Week week, String input, double result) {
        OffsetDateTime at = week.date().atStartOfDay().atOffset(ZoneOffset.UTC);
        return new Prediction(at, input, result, "week-" + week.date())
                .with(week.ppm(), week.isKnown() ? at.plusDays(7) : null);
    }

    private static int lastKnown(List<Week> weeks, int from) {
        int at = from;
        while (!weeks.get(at).isKnown()) {
            at--;
        }
        return at;
    }

    private static double rounded(double value, double steps) {
        return Math.round(value * steps) / steps;
    }
}
