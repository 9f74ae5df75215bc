package org.hindcast.web.component;

import jakarta.faces.component.FacesComponent;
import jakarta.faces.context.FacesContext;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** The fields by which a list is filtered, one for each column, {@code <hc:filterFields/>}. Attributes: {@code table}, {@code room}. */
@FacesComponent("hindcast.FilterFields")
public class FilterFields extends ListPart {

    private Html html;
    private Words words;
    private LazyTable table;

    @Override
    public void encodeBegin(FacesContext faces) throws IOException {
        html = Html.of(faces);
        words = Words.of(faces);
        table = table();
        Label label = new Label();
        for (Column column : table.getAllColumns()) {
            field(column, Filters.PREFIX + column.getField(), label.of(room(), column.getField()));
        }
    }

    private void field(Column column, String name, String label) throws IOException {
        switch (column.getKind()) {
            case NUMBER, TIME -> range(column, name, label);
            case YES_NO -> {
                Map<String, String> choices = new LinkedHashMap<>();
                choices.put("true", words.get("yes"));
                choices.put("false", words.get("no"));
                choice(name, label, choices);
            }
            case CHOICE -> {
                Map<String, String> choices = new LinkedHashMap<>();
                column.getChoices()
                        .forEach(choice -> choices.put(choice, Label.choice(words, column.getField(), choice)));
                choice(name, label, choices);
            }
            default -> {
                begin(name, label);
                html.open("input", "id", name, "name", name, "value", typed(name))
                        .close("input")
                        .close("div");
            }
        }
    }

    private void begin(String name, String label) throws IOException {
        html.open("div", "class", "field").open("label", "for", name);
        html.text(label).close("label");
    }

    private void choice(String name, String label, Map<String, String> choices) throws IOException {
        begin(name, label);
        html.open("select", "id", name, "name", name).open("option", "value", "");
        html.text(words.get("list.any")).close("option");
        String typed = typed(name);
        for (Map.Entry<String, String> choice : choices.entrySet()) {
            String selected = choice.getKey().equals(typed) ? "selected" : null;
            html.open("option", "value", choice.getKey(), "selected", selected);
            html.text(choice.getValue()).close("option");
        }
        html.close("select").close("div");
    }

    private void range(Column column, String name, String label) throws IOException {
        String type = column.getKind() == Column.Kind.TIME ? "date" : "text";
        html.open("fieldset", "class", "field").open("legend").text(label).close("legend");
        html.open("div", "class", "range");
        end(type, name + ".from", label + ", " + words.get("list.from"));
        html.open("span", "aria-hidden", "true").text("–").close("span");
        end(type, name + ".to", label + ", " + words.get("list.to"));
        html.close("div");
        problem(name + ".from");
        problem(name + ".to");
        html.close("fieldset");
    }

    private void end(String type, String name, String label) throws IOException {
        String invalid = table.problem(name) == null ? null : "true";
        html.open(
                "input",
                "type",
                type,
                "name",
                name,
                "value",
                typed(name),
                "aria-label",
                label,
                "aria-invalid",
                invalid);
        html.close("input");
    }

    private void problem(String name) throws IOException {
        if (table.problem(name) != null) {
            html.open("p", "class", "error")
                    .text(words.get(table.problem(name)))
                    .close("p");
        }
    }

    private String typed(String name) {
        String typed = table.typed(name);
        return typed.isEmpty() ? null : typed;
    }
}
