package org.hindcast.web.page;

import jakarta.faces.component.FacesComponent;
import jakarta.faces.context.FacesContext;
import java.io.IOException;
import org.hindcast.prediction.Prediction;
import org.hindcast.web.component.Formats;
import org.hindcast.web.component.Html;
import org.hindcast.web.component.Part;
import org.hindcast.web.component.Words;

/** The latest predictions, a row for each, {@code <hc:predictions/>}. In Java as all long tables. Attribute: {@code page}, the {@link ModelPage}. */
@FacesComponent("hindcast.PredictionRows")
public class PredictionRows extends Part {

    @Override
    public void encodeBegin(FacesContext faces) throws IOException {
        ModelPage page = (ModelPage) get("page");
        String root = faces.getExternalContext().getRequestContextPath();
        String address = root + "/prediction?version=" + page.getVersion().getId();
        String more = Words.of(faces).get("list.more") + " ";
        for (Prediction prediction : page.getLatest()) {
            write(Html.of(faces), Formats.of(faces), prediction, address, more);
        }
    }

    private static void write(Html html, Formats formats, Prediction prediction, String address, String more)
            throws IOException {
        String own = address + "&at=" + prediction.predictedAt() + "&id=" + prediction.id();
        String time = formats.time(prediction.predictedAt());
        html.open("tr").open("td", "class", "key").open("a", "href", own);
        html.text(time).close("a").close("td");
        html.open("td").text(prediction.key() == null ? "–" : prediction.key()).close("td");
        html.open("td").open("code", "class", "cut").text(prediction.input());
        html.close("code").close("td");
        number(html, formats, "num second", prediction.result());
        number(html, formats, "num", prediction.outcome());
        number(html, formats, "num", prediction.error());
        html.open("td", "class", "acts").open("details", "class", "unfold");
        html.open("summary", "class", "icon-button compact", "aria-label", more + time);
        html.icon("chevron-down").close("summary").close("details");
        html.close("td").close("tr");
    }

    private static void number(Html html, Formats formats, String style, Double value) throws IOException {
        html.open("td", "class", style).number(formats, value).close("td");
    }
}
