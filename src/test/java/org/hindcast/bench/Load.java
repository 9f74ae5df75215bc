package org.hindcast.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** One page asked for again and again, as fast as it is answered, over several connections that stay open. */
final class Load {

    private final int port;
    private final String cookie;

    Load(int port, String cookie) {
        this.port = port;
        this.cookie = cookie;
    }

    /** Asks for a page for so long, over so many connections. */
    Result of(String path, int connections, Duration time) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(connections);
        long begin = System.nanoTime();
        long end = begin + time.toNanos();
        Timed all = new Timed();
        try {
            for (Future<Timed> asker : threads.invokeAll(Collections.nCopies(connections, asker(path, end)))) {
                all.add(asker.get());
            }
        } finally {
            threads.shutdownNow();
        }
        return all.result((System.nanoTime() - begin) / 1e9);
    }

    /** Asks for a page so many times, one after the other. */
    Result times(String path, int times) throws IOException {
        Timed timed = new Timed();
        long begin = System.nanoTime();
        try (Wire wire = new Wire(port, path, cookie)) {
            for (int i = 0; i < times; i++) {
                timed.ask(wire);
            }
        }
        return timed.result((System.nanoTime() - begin) / 1e9);
    }

    private Callable<Timed> asker(String path, long end) {
        return () -> {
            Timed timed = new Timed();
            try (Wire wire = new Wire(port, path, cookie)) {
                while (System.nanoTime() < end) {
                    timed.ask(wire);
                }
            }
            return timed;
        };
    }

    /**
     * How it went.
     *
     * @param count of answers
     * @param failures answers other than 200
     * @param perSecond answers
     * @param p50 half of the answers took at most so many milliseconds
     * @param p99 nearly all took at most so many
     * @param bytes of an answer as it was sent, head included
     */
    record Result(int count, int failures, double perSecond, double p50, double p99, int bytes) {}

    /** What one connection saw. */
    private static final class Timed {
        private long[] nanos = new long[1024];
        private int count;
        private int failures;
        private int bytes;

        void ask(Wire wire) throws IOException {
            long begin = System.nanoTime();
            int status = wire.ask();
            add(System.nanoTime() - begin);
            failures += status == 200 ? 0 : 1;
            bytes = wire.bytes();
        }

        void add(Timed other) {
            for (int i = 0; i < other.count; i++) {
                add(other.nanos[i]);
            }
            failures += other.failures;
            bytes = Math.max(bytes, other.bytes);
        }

        private void add(long taken) {
            if (count == nanos.length) {
                nanos = Arrays.copyOf(nanos, 2 * count);
            }
            nanos[count++] = taken;
        }

        Result result(double seconds) {
            long[] sorted = Arrays.copyOf(nanos, count);
            Arrays.sort(sorted);
            return new Result(count, failures, count / seconds, share(sorted, 50), share(sorted, 99), bytes);
        }

        private static double share(long[] sorted, int percent) {
            return sorted.length == 0 ? 0 : sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)] / 1e6;
        }
    }
}
