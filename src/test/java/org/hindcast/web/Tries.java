package org.hindcast.web;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Connection.Response;

/**
 * Tries of several kinds, one after the other in turns, so that whatever else the machine does meets all kinds alike: how long
 * each took, and how much the server worked for it.
 */
final class Tries {

    private static final int ROUNDS = 50;
    private static final double TENTH = 0.1;

    private final Map<String, List<Long>> times = new LinkedHashMap<>();
    private final Map<String, Long> work = new LinkedHashMap<>();
    private final ProcessHandle server;

    private Tries(long pid) {
        server = ProcessHandle.of(pid).orElseThrow();
    }

    /** Fifty of each kind, and all of them anew, twice at most, while the machine was too busy to tell kinds apart. */
    static Tries made(long pid, Collection<String> kinds, Try each) throws Exception {
        Tries tries = null;
        for (int again = 0; again < 3 && (tries == null || !tries.areEven()); again++) {
            tries = new Tries(pid);
            tries.make(kinds, each);
        }
        return tries;
    }

    private void make(Collection<String> kinds, Try each) throws Exception {
        List<String> order = new ArrayList<>(kinds);
        for (int round = 0; round < ROUNDS; round++) {
            for (String kind : order) {
                long worked = worked();
                long begin = System.nanoTime();
                each.of(kind);
                times.computeIfAbsent(kind, k -> new ArrayList<>()).add(System.nanoTime() - begin);
                work.merge(kind, worked() - worked, Long::sum);
            }
            Collections.rotate(order, 1);
        }
    }

    /**
     * Whether the medians of all kinds are within a tenth of each other, and the time as well that the server's processors
     * worked for each, which others' work hardly changes.
     */
    boolean areEven() {
        return spread(times.values().stream().map(Tries::median).toList()) <= TENTH && spread(work.values()) <= TENTH;
    }

    @Override
    public String toString() {
        Map<String, String> told = new LinkedHashMap<>();
        times.forEach((kind, all) -> told.put(
                kind, "median " + median(all) / 1_000_000 + " ms, work " + work.get(kind) / 1_000_000 + " ms"));
        return told.toString();
    }

    private long worked() {
        return server.info().totalCpuDuration().map(Duration::toNanos).orElseThrow();
    }

    private static long median(List<Long> all) {
        return all.stream().sorted().skip(all.size() / 2).findFirst().orElseThrow();
    }

    private static double spread(Collection<Long> all) {
        return (double) Collections.max(all) / Collections.min(all) - 1;
    }

    /** What is tried. */
    @FunctionalInterface
    interface Try {
        Response of(String kind) throws Exception;
    }
}
