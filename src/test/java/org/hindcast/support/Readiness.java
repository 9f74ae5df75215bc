package org.hindcast.support;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Whether Hindcast has made its tables and serves its pages, as {@code /health/ready} tells. */
final class Readiness {

    private final URI address;

    Readiness(URI start) {
        address = start.resolve("health/ready");
    }

    /** Waits for it as long as it makes sense to wait; false when it did not come about. */
    boolean await(Duration atMost, BooleanSupplier makesSense) throws Exception {
        return Await.within(atMost, () -> isReady() || !makesSense.getAsBoolean()) && isReady();
    }

    private boolean isReady() {
        try {
            HttpURLConnection request = (HttpURLConnection) address.toURL().openConnection();
            request.setConnectTimeout(2000);
            request.setReadTimeout(5000);
            return request.getResponseCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }
}
