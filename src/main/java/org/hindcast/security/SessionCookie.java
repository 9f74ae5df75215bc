package org.hindcast.security;

import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.SessionCookieConfig;
import jakarta.servlet.annotation.WebListener;
import org.hindcast.settings.Settings;

/**
 * The cookie of the session: out of reach for scripts, not sent along from other sites, and behind TLS bound to this very host.
 * SameSite stands in the servers' own files as well, since neither takes it from here.
 */
@WebListener
public class SessionCookie implements ServletContextListener {

    @Inject
    private Settings settings;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        SessionCookieConfig cookie = event.getServletContext().getSessionCookieConfig();
        cookie.setName(settings.secureCookies() ? "__Host-hindcast-session" : "hindcast-session");
        cookie.setHttpOnly(true);
        cookie.setSecure(settings.secureCookies());
        cookie.setPath("/");
        cookie.setAttribute("SameSite", "Lax");
    }
}
