package org.hindcast.web.component;

import jakarta.faces.component.FacesComponent;
import jakarta.faces.context.FacesContext;
import java.io.IOException;

/** Which columns a list shows, to tick, {@code <hc:columnChoice/>}. Attributes: {@code table}, {@code room}. */
@FacesComponent("hindcast.ColumnChoice")
public class ColumnChoice extends ListPart {

    @Override
    public void encodeBegin(FacesContext faces) throws IOException {
        Html html = Html.of(faces);
        Label label = new Label();
        LazyTable table = table();
        for (Column column : table.getAllColumns()) {
            String checked = table.isShown(column) ? "checked" : null;
            html.open("label", "class", "menu-item");
            html.open("input", "type", "checkbox", "name", "columns", "value", column.getField(), "checked", checked);
            html.close("input").text(" " + label.of(room(), column.getField())).close("label");
        }
    }
}
