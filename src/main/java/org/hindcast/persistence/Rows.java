package org.hindcast.persistence;

import java.util.List;
import java.util.Map;

/**
 * One page of a list.
 *
 * @param rows each a map of field to value, with {@code id} always there
 * @param total how many rows match, counted up to one more than the bound
 * @param bound how many are counted at most; the end of the page where that lies behind it
 */
public record Rows(List<Map<String, Object>> rows, int total, int bound) {

    /** Counting stops here, so that a list of a million rows opens as fast as one of a thousand. */
    public static final int COUNTED = 10_000;

    /** And here where rows of a large table are kept out: each that is left must be looked at. */
    static final int COUNTED_AMONG_MANY = 200;

    /** Whether there are more rows than were counted. */
    public boolean beyondCount() {
        return total > bound;
    }
}
