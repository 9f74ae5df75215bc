package org.hindcast.prediction;

import java.util.List;

/**
 * What a look through a file found.
 *
 * @param rows that are in order
 * @param wrong rows that are not
 * @param errors the first of them
 * @param first the first rows that are in order, {@link Prediction} or {@link Outcome}
 */
public record FileReport(long rows, long wrong, List<BadRow> errors, List<Object> first) {

    public FileReport {
        errors = List.copyOf(errors);
        first = List.copyOf(first);
    }

    public boolean isGood() {
        return wrong == 0 && rows > 0;
    }
}
