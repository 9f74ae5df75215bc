package org.hindcast.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import org.hindcast.web.component.Label;
import org.hindcast.web.component.LazyTable;
import org.hindcast.web.component.Words;
import org.hindcast.web.reader.Frame;

/** What a list says about itself. */
@Named
@RequestScoped
public class ListWords {

    private static final String DAY = "\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])";
    private static final DateTimeFormatter CALENDAR =
            DateTimeFormatter.ISO_LOCAL_DATE.withResolverStyle(ResolverStyle.SMART);

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
        String field = parameter.replaceFirst("^f\\.", "").replaceFirst("\\.(from|to)$", "");
        String name = label.of(room, field);
        if (parameter.endsWith(".from")) {
            return name + " " + words().get("list.from");
        }
        return parameter.endsWith(".to") ? name + " " + words().get("list.to") : name;
    }

    /** What the filter asks for. */
    public String value(LazyTable table, String parameter) {
        String typed = table.typed(parameter);
        boolean day = parameter.matches(".+\\.(from|to)") && typed.matches(DAY) && table.problem(parameter) == null;
        if (day) {
            return frame.getFormats().day(LocalDate.parse(typed, CALENDAR));
        }
        return switch (typed) {
            case "true" -> words().get("yes");
            case "false" -> words().get("no");
            default -> Label.choice(words(), parameter, typed);
        };
    }

    private static Words words() {
        return Words.of(FacesContext.getCurrentInstance());
    }
}
