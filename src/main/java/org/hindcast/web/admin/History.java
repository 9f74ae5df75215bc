package org.hindcast.web.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.hindcast.audit.AuditService;
import org.hindcast.audit.Past;
import org.hindcast.web.component.Asked;

/** What happened to the record that is looked at, a page at a time. */
@Named
@RequestScoped
public class History {

    private static final int SIZE = 10;

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

    private List<Past> read(String room, Integer id) {
        if (read == null) {
            read = audit.history(room, id, (getPage() - 1) * SIZE, SIZE + 1);
        }
        return read;
    }
}
