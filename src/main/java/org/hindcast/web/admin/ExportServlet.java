package org.hindcast.web.admin;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hindcast.persistence.Changed;
import org.hindcast.persistence.Query;
import org.hindcast.security.SignedIn;
import org.hindcast.web.component.Export;
import org.hindcast.web.component.Label;
import org.hindcast.web.component.Words;
import org.hindcast.web.reader.Frame;

/**
 * All rows of a list, whatever their number, as a file: the same filters, order and columns as in the list's address, for those
 * who may see the list.
 */
@WebServlet("/do/export")
public class ExportServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient Screens screens;

    @Inject
    private transient SignedIn me;

    @Inject
    private transient Frame frame;

    @Inject
    private transient Event<Changed> events;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<CrudPage<?>> page = screens.find(String.valueOf(request.getParameter("room")));
        Optional<Export.Format> format = Export.Format.of(String.valueOf(request.getParameter("format")));
        if (page.isEmpty() || format.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if (!page.get().can("export") || !me.can(page.get().getNeeded())) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } else {
            send(page.get(), format.get(), response);
        }
    }

    private void send(CrudPage<?> page, Export.Format format, HttpServletResponse response) throws IOException {
        String room = page.getRoom();
        Query query = page.getTable().getQuery();
        Words words = Words.in(frame.getLocale());
        List<Export.Head> heads = query.columns().stream()
                .map(field -> new Export.Head(field, Label.of(words, room, field)))
                .toList();
        String file = format.fileName(room, LocalDate.now(frame.getZone()));
        events.fire(Changed.act("export", me.actor(), room, null, file));
        response.setContentType(format.contentType());
        response.setHeader("Content-Disposition", "attachment; filename=\"" + file + "\"");
        response.setHeader("Cache-Control", "no-store");
        new Export(
                        Label.room(words, room),
                        heads,
                        frame.getZone(),
                        row -> page.service().walk(query, row))
                .write(format, response.getOutputStream());
    }
}
