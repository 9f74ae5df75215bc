package org.hindcast.security;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What strangers leave behind, as the server itself counts it. */
@ArquillianTest
class StrangersServiceIT {

    private static final AtomicInteger BEGUN = new AtomicInteger();
    private static final int AT_ONCE = 50;

    private static final Map<String, Integer> PAGES = Map.of(
            "models", 303,
            "account/account", 303,
            "admin/users?q=x", 303,
            "nothing", 303,
            "signin?next=%2Fmodels", 200);

    @Inject
    private HttpServletRequest request;

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    @DisplayName("L6: of ten thousand strangers' requests the server keeps no session")
    void strangers_leave_no_session() throws Exception {
        int before = BEGUN.get();
        for (int round = 0; round < 10_000 / AT_ONCE; round++) {
            List<CompletableFuture<Void>> answers = new ArrayList<>();
            for (int i = 0; i < AT_ONCE / PAGES.size(); i++) {
                PAGES.forEach((path, status) ->
                        answers.add(get(path).thenAccept(answer -> assertEquals(status, answer.statusCode(), path))));
            }
            answers.forEach(CompletableFuture::join);
        }
        assertEquals(0, BEGUN.get() - before);
        request.getSession(true);
        assertEquals(1, BEGUN.get() - before, "sessions are counted");
    }

    private CompletableFuture<HttpResponse<Void>> get(String path) {
        URI address = URI.create("http://127.0.0.1:" + System.getenv("HINDCAST_PORT") + "/" + path);
        return client.sendAsync(HttpRequest.newBuilder(address).build(), BodyHandlers.discarding());
    }

    /** Counts the sessions that the server begins. */
    @WebListener
    public static class Counter implements HttpSessionListener {

        @Override
        public void sessionCreated(HttpSessionEvent event) {
            BEGUN.incrementAndGet();
        }
    }
}
