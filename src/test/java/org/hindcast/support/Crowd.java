package org.hindcast.support;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jsoup.Connection;
import org.jsoup.Connection.Method;
import org.jsoup.Connection.Response;

/** Many requests at the same moment. */
public final class Crowd {

    private static final int PATIENCE = 90_000;

    private Crowd() {}

    /** An answer and how long it took. */
    public record Answer(Response response, Duration took) {

        public int status() {
            return response.statusCode();
        }

        @Override
        public String toString() {
            return status() + " after " + took.toMillis() + " ms";
        }
    }

    /** All of them sent at once, and all answers in the order of the requests. */
    public static List<Answer> of(int size, Asking asking) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(size);
        try {
            List<Callable<Answer>> requests = new ArrayList<>();
            for (int number = 0; number < size; number++) {
                requests.add(request(asking.request(number)));
            }
            List<Answer> answers = new ArrayList<>();
            for (Future<Answer> answer : threads.invokeAll(requests)) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            threads.shutdown();
        }
    }

    private static Callable<Answer> request(Connection request) {
        return () -> send(request);
    }

    private static Answer send(Connection request) throws IOException {
        long begin = System.nanoTime();
        Response response = request.method(Method.GET).timeout(PATIENCE).execute();
        return new Answer(response, Duration.ofNanos(System.nanoTime() - begin));
    }

    /** Makes the request of that number. */
    @FunctionalInterface
    public interface Asking {
        Connection request(int number) throws Exception;
    }
}
