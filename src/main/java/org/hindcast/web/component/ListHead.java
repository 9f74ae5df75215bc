package org.hindcast.web.component;

import java.io.IOException;

/** The headings of a list, by which it is sorted. */
final class ListHead {

    private final Html html;
    private final Words words;
    private final Label label;
    private final String room;

    ListHead(Html html, Words words, Label label, String room) {
        this.html = html;
        this.words = words;
        this.label = label;
        this.room = room;
    }

    /** @param pick whether rows can be picked */
    void write(LazyTable table, boolean pick) throws IOException {
        html.open("thead").open("tr");
        if (pick) {
            html.open("th", "class", "pick", "scope", "col").open("label");
            html.open("input", "type", "checkbox", "aria-label", words.get("list.select.all"))
                    .close("input");
            html.close("label").close("th");
        }
        int at = 0;
        for (Column column : table.getColumns()) {
            html.open("th", "class", style(column, at++), "scope", "col", "aria-sort", table.ariaSort(column));
            heading(table, column);
            html.close("th");
        }
        html.open("th", "class", "acts", "scope", "col").open("span", "class", "sr");
        html.text(words.get("list.actions")).close("span").close("th");
        html.close("tr").close("thead");
    }

    /** What kind of cells stand below: on a narrow screen only the first two columns are left. */
    static String style(Column column, int at) {
        String place = at == 0 ? "key" : (at == 1 ? "second" : "");
        String style = (place + (column.isNumber() ? " num" : "")).strip();
        return style.isEmpty() ? null : style;
    }

    private void heading(LazyTable table, Column column) throws IOException {
        String name = label.of(room, column.getField());
        if (!column.isSortable()) {
            html.text(name);
            return;
        }
        Integer rank = table.rank(column);
        html.open(
                "a",
                "href",
                table.sortLink(column),
                "data-sort",
                table.sorted(column),
                "data-rank",
                rank == null ? null : rank.toString());
        html.text(name).close("a");
    }
}
