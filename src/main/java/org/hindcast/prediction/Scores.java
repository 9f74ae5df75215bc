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
public record Scores(long count, long known, Double bias, Double mae, Double rmse, Double mape) {}
