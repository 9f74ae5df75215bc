package org.hindcast.web.component;

import jakarta.faces.component.FacesComponent;
import jakarta.faces.context.FacesContext;
import java.io.IOException;
import java.util.List;

/**
 * What there is to say before a page begins, {@code <hc:said notes="#{notes.lines}" fields="#{fields}"/>}: what the last request
 * left, what is wrong with the whole form, and where to look when many fields are wrong. In Java, because every page has it and
 * it nearly always is empty.
 */
@FacesComponent("hindcast.Said")
public class Said extends Part {

    @Override
    public void encodeBegin(FacesContext faces) throws IOException {
        Html html = Html.of(faces);
        Words words = Words.of(faces);
        for (Object note : (List<?>) get("notes")) {
            Notes.Line line = (Notes.Line) note;
            open(html, words, line.getKind(), line.getText());
            html.open("button", "class", "icon-button", "type", "button", "data-dismiss", "data-dismiss");
            html.attribute("aria-label", words.asItStands("flash.dismiss")).icon("close");
            html.close("button").close("div");
        }
        Fields fields = (Fields) get("fields");
        for (String wrong : fields.getOfPage()) {
            open(html, words, "danger", wrong);
            html.close("div");
        }
        if (!fields.getMany().isEmpty()) {
            many(html, fields);
        }
    }

    private static void open(Html html, Words words, String kind, String text) throws IOException {
        String role = kind.equals("danger") ? "alert" : "status";
        html.open("div", "class", "flash " + kind, "role", role).icon(kind).open("p");
        html.open("span", "class", "sr").text(words.asItStands("flash." + kind) + ": ");
        html.close("span").text(text).close("p");
    }

    private static void many(Html html, Fields fields) throws IOException {
        html.open("div", "class", "summary", "role", "alert").open("h2");
        html.text(fields.getManyTitle()).close("h2").open("ul");
        for (String field : fields.getMany()) {
            html.open("li").open("a", "href", "#" + field).text(fields.error(field));
            html.close("a").close("li");
        }
        html.close("ul").close("div");
    }
}
