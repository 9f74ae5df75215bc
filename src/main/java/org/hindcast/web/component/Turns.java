package org.hindcast.web.component;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Pages are made in the order in which they were asked for, a few at once: if all were, they would take the cores from each
 * other and most would be late. Nobody waits long for their turn, so a slow page holds up no other one.
 */
@WebFilter(servletNames = "faces")
public class Turns extends HttpFilter {

    private static final long serialVersionUID = 1L;

    /** A core computes one page while the database answers another. */
    private static final int EACH_CORE = 2;

    private static final int LONGEST_WAIT_MS = 100;

    private final transient Semaphore turns =
            new Semaphore(EACH_CORE * Runtime.getRuntime().availableProcessors(), true);

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        boolean taken = "GET".equals(request.getMethod()) && taken();
        try {
            chain.doFilter(request, response);
        } finally {
            if (taken) {
                turns.release();
            }
        }
    }

    private boolean taken() {
        try {
            return turns.tryAcquire(LONGEST_WAIT_MS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
