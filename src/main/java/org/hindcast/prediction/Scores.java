package org.hindcast.prediction;

/**
 * How good predictions were, over those whose outcome is known. Definitions: Hyndman and Athanasopoulos, Forecasting:
 * Principles and Practice, section 5.8, with the error counted as result minus outcome.
 *
 * @param count of predictions
 * @param known how many of them have an outcome
 * @param bias mean error, null when none is known
 * @param mae mean absolute error
 * @param rmse root of the mean squared error
 * @param mape mean absolute percentage error, null when an outcome is 0
 */
public record Scores(long count, long known, Double bias, Double mae, Double rmse, Double mape) {

    /** Of a version without predictions. */
    public static final Scores NONE = new Scores(0, 0, null, null, null, null);

    /** From sums, as they stand in seven columns beginning with that one: count, known, errors, absolutes, squares, percents, zeros. */
    static Scores of(Object[] row, int first) {
        long known = number(row[first + 1]).longValue();
        if (known == 0) {
            return new Scores(number(row[first]).longValue(), 0, null, null, null, null);
        }
        boolean percents = number(row[first + 6]).longValue() == 0;
        return new Scores(
                number(row[first]).longValue(),
                known,
                number(row[first + 2]).doubleValue() / known,
                number(row[first + 3]).doubleValue() / known,
                Math.sqrt(number(row[first + 4]).doubleValue() / known),
                percents ? 100 * number(row[first + 5]).doubleValue() / known : null);
    }

    private static Number number(Object value) {
        return value == null ? 0 : (Number) value;
    }
}
