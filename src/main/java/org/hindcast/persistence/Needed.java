package org.hindcast.persistence;

import java.util.List;
import org.hindcast.Refusal;

/** Other records need one that somebody wants to delete. */
public class Needed extends Refusal {

    private static final long serialVersionUID = 1L;

    private final transient List<Deleting.Line> keeps;

    /** @param name of the record; @param keeps what needs it */
    public Needed(String name, List<Deleting.Line> keeps) {
        super("refusal.needed", name);
        this.keeps = List.copyOf(keeps);
    }

    /** How many records of which rooms need it. */
    public List<Deleting.Line> keeps() {
        return keeps == null ? List.of() : keeps;
    }
}
