package org.hindcast.security;

import jakarta.servlet.ServletRequestEvent;
import jakarta.servlet.ServletRequestListener;
import jakarta.servlet.annotation.WebListener;
import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import java.util.Collections;
import java.util.HexFormat;
import org.hindcast.log.Trace;
import org.hindcast.settings.Settings;

/** Names each request, so that log lines, audit rows and error pages can be laid beside each other. */
@WebListener
public class Traces implements ServletRequestListener {

    private static final String ATTRIBUTE = "hindcast.trace";
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Proxies PROXIES = new Proxies(new Settings().trustedProxies());

    /** Begins the trace of this request unless it has begun: servers differ in whether listeners come before the door. */
    static void begin(HttpServletRequest request) {
        Trace trace = (Trace) request.getAttribute(ATTRIBUTE);
        if (trace == null) {
            byte[] bytes = new byte[6];
            RANDOM.nextBytes(bytes);
            trace = new Trace(HexFormat.of().formatHex(bytes), client(request));
            request.setAttribute(ATTRIBUTE, trace);
        }
        Trace.begin(trace);
    }

    private static String client(HttpServletRequest request) {
        return PROXIES.client(
                String.valueOf(request.getRemoteAddr()), Collections.list(request.getHeaders("X-Forwarded-For")));
    }

    @Override
    public void requestInitialized(ServletRequestEvent event) {
        begin((HttpServletRequest) event.getServletRequest());
    }

    @Override
    public void requestDestroyed(ServletRequestEvent event) {
        Trace.end();
    }
}
