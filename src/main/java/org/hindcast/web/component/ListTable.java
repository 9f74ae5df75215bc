package org.hindcast.web.component;

import jakarta.faces.component.FacesComponent;
import jakarta.faces.context.FacesContext;
import java.io.IOException;
import java.util.Map;
import org.hindcast.web.component.ListRow.Acts;

/**
 * The table of a list, {@code <hc:rows/>}. Attributes: {@code table}, {@code room}, {@code path} and {@code open}, {@code formats}
 * ({@link Formats}), and whether rows can be picked, edited and deleted: {@code pick}, {@code edit}, {@code delete}.
 */
@FacesComponent("hindcast.ListTable")
public class ListTable extends ListPart {

    @Override
    public void encodeBegin(FacesContext faces) throws IOException {
        Html html = Html.of(faces);
        Words words = Words.of(faces);
        LazyTable table = table();
        Acts acts = new Acts((String) get("path"), (String) get("open"), is("pick"), is("edit"), is("delete"));
        html.open("table", "class", "list");
        new ListHead(html, words, new Label(), room()).write(table, acts.pick());
        html.open("tbody");
        ListRow rows = new ListRow(html, words, (Formats) get("formats"), table, acts);
        for (Map<String, Object> row : table.getRows()) {
            rows.write(row);
        }
        html.close("tbody").close("table");
    }
}
