package org.hindcast.web.component;

import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

/** The rows of a list, one after the other. */
final class ListRow {

    private final Html html;
    private final Formats formats;
    private final List<Column> columns;
    private final String name;
    private final Words words;
    private final Phrases phrases;
    private final Acts acts;

    /** @param acts what can be done with a row */
    ListRow(Html html, Words words, Formats formats, LazyTable table, Acts acts) {
        this.html = html;
        this.formats = formats;
        this.columns = table.getColumns();
        this.name = table.getAllColumns().get(0).getField();
        this.words = words;
        this.phrases = new Phrases(words);
        this.acts = acts;
    }

    void write(Map<String, Object> row) throws IOException {
        String called = String.valueOf(row.get(name));
        String number = "?id=" + row.get("id");
        html.open("tr");
        if (acts.pick()) {
            pick(String.valueOf(row.get("id")), called);
        }
        for (int at = 0; at < columns.size(); at++) {
            cell(columns.get(at), at, row.get(columns.get(at).getField()), acts.open() + number);
        }
        html.open("td", "class", "acts");
        unfold(called);
        menu(called, number);
        html.close("td").close("tr");
    }

    private void pick(String id, String called) throws IOException {
        html.open("td", "class", "pick").open("label");
        html.open("input", "type", "checkbox", "name", "ids", "value", id, "aria-label", phrases.select + called);
        html.close("input").close("label").close("td");
    }

    private void cell(Column column, int at, Object value, String address) throws IOException {
        String style = ListHead.style(column, at);
        if (at > 0) {
            html.open("td", "class", style);
            value(column, value);
        } else {
            html.open("td", "class", style, "title", value == null ? null : value.toString());
            html.open("a", "href", address);
            value(column, value);
            html.close("a");
        }
        html.close("td");
    }

    private void value(Column column, Object value) throws IOException {
        if (value == null || value.toString().isEmpty()) {
            html.none();
            return;
        }
        switch (column.getKind()) {
            case TIME -> html.time(formats, (OffsetDateTime) value);
            case YES_NO -> yesNo((Boolean) value);
            case NUMBER -> html.text(column.getField().equals("id") ? value.toString() : formats.number(value));
            case CHOICE -> html.text(Label.choice(words, column.getField(), value.toString()));
            default -> html.text(value.toString());
        }
    }

    private void yesNo(boolean yes) throws IOException {
        html.open("span", "class", yes ? "badge success" : "badge");
        if (yes) {
            html.icon("check");
        }
        html.text(yes ? phrases.yes : phrases.no).close("span");
    }

    private void unfold(String called) throws IOException {
        html.open("details", "class", "unfold");
        summary(phrases.more + called, "chevron-down");
        html.close("details");
    }

    private void menu(String called, String number) throws IOException {
        html.open("details", "class", "menu");
        summary(phrases.actions + called, "more");
        html.open("ul", "class", "menu-panel");
        item("menu-item", acts.open() + number, "view", phrases.open);
        if (acts.edit()) {
            item("menu-item", acts.path() + number + "&do=edit", "edit", phrases.edit);
        }
        if (acts.delete()) {
            item("menu-item danger", acts.path() + number + "&do=delete", "delete", phrases.delete);
        }
        html.close("ul").close("details");
    }

    private void summary(String label, String icon) throws IOException {
        html.open("summary", "class", "icon-button compact", "aria-label", label)
                .icon(icon)
                .close("summary");
    }

    private void item(String style, String address, String icon, String text) throws IOException {
        html.open("li").open("a", "class", style, "href", address).icon(icon);
        html.text(" " + text).close("a").close("li");
    }

    /** @param path of the list; @param open of one record */
    record Acts(String path, String open, boolean pick, boolean edit, boolean delete) {}

    /** What every row says, looked up once. */
    private static final class Phrases {
        private final String select;
        private final String more;
        private final String actions;
        private final String open;
        private final String edit;
        private final String delete;
        private final String yes;
        private final String no;

        Phrases(Words words) {
            select = words.get("list.select") + " ";
            more = words.get("list.more") + " ";
            actions = words.get("list.actions.for") + " ";
            open = words.get("crud.open");
            edit = words.get("crud.edit");
            delete = words.get("crud.delete");
            yes = words.get("yes");
            no = words.get("no");
        }
    }
}
