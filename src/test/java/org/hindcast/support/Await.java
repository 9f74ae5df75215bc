package org.hindcast.support;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/** Waits for what somebody else does, as long as it takes and not for ever. */
public final class Await {

    private static final long PATIENCE = TimeUnit.MINUTES.toNanos(1);

    private Await() {}

    public static void until(Callable<Boolean> done) throws Exception {
        long deadline = System.nanoTime() + PATIENCE;
        while (!done.call()) {
            assertTrue(System.nanoTime() < deadline, "It did not come about");
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }
}
