package org.hindcast.web.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.hindcast.audit.AuditService;
import org.hindcast.audit.Past;
import org.hindcast.web.component.Asked;
import org.hindcast.web.component.FiniteNumber;
import org.hindcast.web.component.Formats;
import org.hindcast.web.component.Label;
import org.hindcast.web.component.Words;

/** What happened to the record that is looked at, a page at a time. */
@Named
@RequestScoped
public class History {

    private static final int SIZE = 10;
    private static final Set<String> CHOICES = Set.of("stage", "language");
    private static final Set<String> NUMBERS = Set.of("accuracy", "result");
    private static final Pattern MOMENT =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d(\\.\\d{1,9})?)?Z");

    @Inject
    private AuditService audit;

    @Inject
    private Asked asked;

    private List<Past> read;

    /** The newest first. */
    public List<Past> of(String room, Integer id) {
        List<Past> past = read(room, id);
        return past.subList(0, Math.min(SIZE, past.size()));
    }

    /** Whether there is something older. */
    public boolean isFollowed(String room, Integer id) {
        return read(room, id).size() > SIZE;
    }

    /** Which page of it, counted from 1. */
    public int getPage() {
        return asked.page("past");
    }

    /** A value of the past as the reader writes it: a choice, a moment, yes or no, a number. Text stays as it is. */
    public String told(String field, String value) {
        FacesContext faces = FacesContext.getCurrentInstance();
        if (value == null || value.isEmpty()) {
            return value;
        }
        if (CHOICES.contains(field)) {
            return Label.choice(Words.of(faces), field, value);
        }
        if (field.equals("active")) {
            return Words.of(faces).get(value.equals("true") ? "yes" : "no");
        }
        if (NUMBERS.contains(field)) {
            return new FiniteNumber().getAsString(faces, null, value);
        }
        return MOMENT.matcher(value).matches() ? Formats.of(faces).time(OffsetDateTime.parse(value)) : value;
    }

    private List<Past> read(String room, Integer id) {
        if (read == null) {
            read = audit.history(room, id, (getPage() - 1) * SIZE, SIZE + 1);
        }
        return read;
    }
}
