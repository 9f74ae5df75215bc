package org.hindcast.security;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.hindcast.persistence.Outage;

/** Answers 503 when the database is away or too busy, wherever in a request that shows. Never 500: it is worth trying again. */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class Outages implements Filter {

    private static final Logger LOG = System.getLogger(Outages.class.getName());
    private static final String RETRY_AFTER_SECONDS = "5";

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | RuntimeException failure) {
            if (response.isCommitted() || !Outage.isBehind(failure)) {
                throw failure;
            }
            HttpServletResponse answer = (HttpServletResponse) response;
            tell((HttpServletRequest) request, answer, failure);
            answer.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        }
    }

    /** Says in the log what is away, and to the client when to come back. */
    static void tell(HttpServletRequest request, HttpServletResponse response, Throwable failure) {
        LOG.log(Level.WARNING, "{0} has no database: {1}", request.getRequestURI(), Outage.reason(failure));
        response.setHeader("Retry-After", RETRY_AFTER_SECONDS);
    }
}
