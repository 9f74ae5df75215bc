package org.hindcast.bench;

import java.util.ArrayList;
import java.util.List;

/** What was measured, each beside the figure that it should reach; printed as one table when all is done. */
final class Report {

    private static final List<Line> LINES = new ArrayList<>();

    private Report() {}

    static void add(String what, String measured, String figure, boolean reached) {
        LINES.add(new Line(what, measured, figure, reached));
    }

    static void print() {
        if (LINES.isEmpty()) {
            return;
        }
        Bench.SCREEN.printf("%n%-48s %16s %16s%n", "what", "measured", "figure");
        for (Line line : LINES) {
            Bench.SCREEN.printf(
                    "%-48s %16s %16s  %s%n",
                    line.what, line.measured, line.figure, line.reached ? "reached" : "MISSED");
        }
        long missed = LINES.stream().filter(line -> !line.reached).count();
        Bench.SCREEN.printf("%nOf %d figures %d were missed.%n", LINES.size(), missed);
    }

    private record Line(String what, String measured, String figure, boolean reached) {}
}
