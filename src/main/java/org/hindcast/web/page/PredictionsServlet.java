package org.hindcast.web.page;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.hindcast.Refusal;
import org.hindcast.mlmodel.ModelVersion;
import org.hindcast.mlmodel.VersionService;
import org.hindcast.persistence.Changed;
import org.hindcast.prediction.Prediction;
import org.hindcast.prediction.PredictionService;
import org.hindcast.security.SignedIn;
import org.hindcast.web.component.Asked;
import org.hindcast.web.component.Export;
import org.hindcast.web.component.Words;
import org.hindcast.web.reader.Frame;

/** The predictions that a model's page shows, whatever their number, as a CSV file: the same version and stretch of time. */
@WebServlet("/do/predictions")
public class PredictionsServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final int AT_ONCE = 1_000;

    /** Headed by the names of the fields in every language, so that an upload takes the file back. */
    private static final List<Export.Head> HEADS = Stream.of(
                    "predictedAt", "key", "input", "result", "outcome", "outcomeAt", "producedBy")
            .map(field -> new Export.Head(field, field))
            .toList();

    @Inject
    private transient VersionService versions;

    @Inject
    private transient PredictionService predictions;

    @Inject
    private transient SignedIn me;

    @Inject
    private transient Asked asked;

    @Inject
    private transient Frame frame;

    @Inject
    private transient Event<Changed> events;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!me.can("versions.read") || !me.can("versions.export")) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        try {
            send(versions.find(asked.number("version")), response);
        } catch (Refusal.Missing e) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private void send(ModelVersion version, HttpServletResponse response) throws IOException {
        List<OffsetDateTime> span = predictions.span(version).orElseThrow(Refusal::missing);
        Range range = Range.of(asked.get("range"), asked.get("from"), asked.get("to"), span);
        Words words = Words.in(frame.getLocale());
        String name = version.getModel().getName().replaceAll("[^A-Za-z0-9._-]", "_") + "-" + version.getNumber();
        events.fire(Changed.act("export", me.actor(), "versions", null, name + ".csv"));
        response.setContentType(Export.Format.CSV.contentType());
        response.setHeader("Content-Disposition", "attachment; filename=\"" + name + ".csv\"");
        response.setHeader("Cache-Control", "no-store");
        new Export(
                        name,
                        HEADS,
                        frame.getZone(),
                        row -> walk(version, range, prediction -> row.accept(row(prediction, words))))
                .write(Export.Format.CSV, response.getOutputStream());
    }

    private void walk(ModelVersion version, Range range, Consumer<Prediction> each) {
        Prediction last = new Prediction(range.start(), "", 0, null);
        List<Prediction> some;
        do {
            some = predictions.after(version, last, range.end(), AT_ONCE);
            some.forEach(each);
            last = some.isEmpty() ? last : some.get(some.size() - 1);
        } while (some.size() == AT_ONCE);
    }

    private static Map<String, Object> row(Prediction prediction, Words words) {
        Map<String, Object> row = new HashMap<>();
        row.put("predictedAt", prediction.predictedAt());
        row.put("key", prediction.key());
        row.put("input", prediction.input());
        row.put("result", prediction.result());
        row.put("outcome", prediction.outcome());
        row.put("outcomeAt", prediction.outcomeAt());
        row.put("producedBy", PredictionPage.name(prediction.producer(), words));
        return row;
    }
}
