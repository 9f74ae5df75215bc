package org.hindcast.web.page;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.hindcast.schema.Health;

/** Tells the orchestrator and the uptime monitor: alive, ready, and whether the database answers. */
@WebServlet({"/health/live", "/health/ready", "/healthcheck", "/healthcheck/"})
public class HealthServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient Health health;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean live = request.getServletPath().endsWith("/live");
        boolean well = live || health.isWell();
        response.setStatus(well ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setContentType("text/plain;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.getWriter().print(line(live, well));
    }

    private static String line(boolean live, boolean well) {
        if (live) {
            return "The app is alive";
        }
        return well ? "The app and database are working fine" : "The app or its database is not ready";
    }
}
