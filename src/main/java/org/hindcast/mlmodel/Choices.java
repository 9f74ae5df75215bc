package org.hindcast.mlmodel;

import java.util.List;
import java.util.Map;

/**
 * Where a reader of a model may go from it; numbers and names, by name.
 *
 * @param projects those that have models
 * @param models those of the same project, or those that stand in none
 */
public record Choices(List<Map.Entry<Integer, String>> projects, List<Map.Entry<Integer, String>> models) {

    /** From rows of kind, number and name. */
    static Choices of(List<Object[]> rows) {
        return new Choices(some("project", rows), some("model", rows));
    }

    private static List<Map.Entry<Integer, String>> some(String kind, List<Object[]> rows) {
        return rows.stream()
                .filter(row -> kind.equals(row[0]))
                .map(row -> Map.entry(((Number) row[1]).intValue(), (String) row[2]))
                .toList();
    }
}
