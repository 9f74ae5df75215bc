package org.hindcast.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import org.hindcast.web.component.Column;
import org.hindcast.web.component.Label;
import org.hindcast.web.component.LazyTable;
import org.hindcast.web.component.Words;
import org.hindcast.web.reader.Frame;

/** What a list says about itself. */
@Named
@RequestScoped
public class ListWords {

    @Inject
    private Frame frame;

    @Inject
    private Label label;

    /** How many match, as far as they were counted. */
    public String total(LazyTable table) {
        String counted = frame.number(Math.min(table.getTotal(), table.getCounted()));
        return table.isBeyondCount() ? words().get("list.moreThan", counted) : counted;
    }

    /** What is counted: one user, two users; the heading of the room when it has no word for it. */
    public String noun(LazyTable table, String room) {
        return noun(table.getTotal(), room);
    }

    private String noun(int count, String room) {
        String key = room + ".count";
        return words().has(key) ? words().get(key, count) : label.room(room);
    }

    /** What is about to be done with how many. */
    public String bulk(String act, int count, String room) {
        return words().get("crud.bulk.title", words().get("crud.bulk." + act), frame.number(count), noun(count, room));
    }

    /** Which rows are shown, of how many. */
    public String range(LazyTable table) {
        return words().get("list.range", frame.number(table.getFrom()), frame.number(table.getTo()), total(table));
    }

    /** The filter's field, and which end of it. */
    public String filter(String room, String parameter) {
        String name = label.of(room, field(parameter));
        if (parameter.endsWith(".from")) {
            return name + " " + words().get("list.from");
        }
        return parameter.endsWith(".to") ? name + " " + words().get("list.to") : name;
    }

    /** What the filter asks for. */
    public String value(LazyTable table, String parameter) {
        String typed = table.typed(parameter);
        if (isDay(table, parameter)) {
            return frame.getFormats().day(LocalDate.parse(typed.strip()));
        }
        return switch (typed) {
            case "true" -> words().get("yes");
            case "false" -> words().get("no");
            default -> Label.choice(words(), parameter, typed);
        };
    }

    private static String field(String parameter) {
        return parameter.replaceFirst("^f\\.", "").replaceFirst("\\.(from|to)$", "");
    }

    /** Whether it asks for times from a day on or up to it, and was understood. */
    private static boolean isDay(LazyTable table, String parameter) {
        return parameter.matches(".+\\.(from|to)")
                && table.problem(parameter) == null
                && table.getAllColumns().stream()
                        .anyMatch(c ->
                                c.getKind() == Column.Kind.TIME && c.getField().equals(field(parameter)));
    }

    private static Words words() {
        return Words.of(FacesContext.getCurrentInstance());
    }
}
