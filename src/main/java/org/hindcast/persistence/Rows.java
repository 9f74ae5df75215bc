package org.hindcast.persistence;

import java.util.List;
import java.util.Map;

/**
 * One page of a list.
 *
 * @param rows each a map of field to value, with {@code id} always there
 * @param total how many rows match, counted up to {@link #COUNTED}
 */
public record Rows(List<Map<String, Object>> rows, int total) {

    /** Counting stops here, so that a list of a million rows opens as fast as one of a thousand. */
    public static final int COUNTED = 10_000;

    /** Whether there are more rows than were counted. */
    public boolean beyondCount() {
        return total > COUNTED;
    }
}
