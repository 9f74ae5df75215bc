package org.hindcast.support;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/** Waits for what somebody else does, as long as it takes and not for ever. */
public final class Await {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final long SHORTEST = 5;
    private static final long LONGEST = 200;

    private Await() {}

    public static void until(Callable<Boolean> done) throws Exception {
        assertTrue(within(PATIENCE, done), "It did not come about");
    }

    /** Whether it came about in time. Looks often at first, and later less. */
    public static boolean within(Duration patience, Callable<Boolean> done) throws Exception {
        long deadline = System.nanoTime() + patience.toNanos();
        for (long pause = SHORTEST; !done.call(); pause = Math.min(2 * pause, LONGEST)) {
            if (System.nanoTime() >= deadline) {
                return false;
            }
            TimeUnit.MILLISECONDS.sleep(pause);
        }
        return true;
    }
}
