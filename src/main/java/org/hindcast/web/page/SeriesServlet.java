package org.hindcast.web.page;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.hindcast.Refusal;
import org.hindcast.prediction.Series;

/** The numbers of a model page's charts: for the same address as the page, and for those who may see it. */
@WebServlet("/do/series")
public class SeriesServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient ModelPage page;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        page.find();
        Series series = page.series();
        if (series == null) {
            throw Refusal.missing();
        }
        response.setContentType("application/json;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.getWriter().write(Chart.of(series));
    }
}
