package org.hindcast.web.component;

import jakarta.faces.component.FacesComponent;
import jakarta.faces.component.UIComponentBase;
import jakarta.faces.context.FacesContext;
import java.io.IOException;
import java.util.Map;
import org.hindcast.web.component.ListRow.Acts;

/**
 * The table of a list, {@code <hc:rows/>}. Written in Java, because as a template it took thousands of expressions, which were
 * two thirds of the time of a page. Attributes: {@code table} (a {@link LazyTable}), {@code room}, {@code path}, {@code open},
 * {@code formats} ({@link Formats}), and whether rows can be picked, edited and deleted: {@code pick}, {@code edit}, {@code delete}.
 */
@FacesComponent("hindcast.ListTable")
public class ListTable extends UIComponentBase {

    @Override
    public String getFamily() {
        return "hindcast";
    }

    @Override
    public void encodeBegin(FacesContext faces) throws IOException {
        Html html = Html.of(faces);
        Words words = Words.of(faces);
        LazyTable table = (LazyTable) get("table");
        Acts acts = new Acts((String) get("path"), (String) get("open"), is("pick"), is("edit"), is("delete"));
        html.open("table", "class", "list");
        new ListHead(html, words, new Label(), (String) get("room")).write(table, acts.pick());
        html.open("tbody");
        ListRow rows = new ListRow(html, words, (Formats) get("formats"), table, acts);
        for (Map<String, Object> row : table.getRows()) {
            rows.write(row);
        }
        html.close("tbody").close("table");
    }

    private Object get(String attribute) {
        return getAttributes().get(attribute);
    }

    private boolean is(String attribute) {
        return Boolean.TRUE.equals(get(attribute));
    }
}
