package org.hindcast.persistence;

import java.util.ArrayList;
import java.util.List;

/**
 * A record is about to be deleted: later rooms say what of theirs goes with it, or why it must stay.
 * Asked before a person confirms, and again in the transaction that deletes.
 */
public final class Deleting {

    private final BaseEntity record;
    private final List<Line> goesWith = new ArrayList<>();
    private final List<Line> keeps = new ArrayList<>();
    private final List<Line> leaves = new ArrayList<>();

    public Deleting(BaseEntity record) {
        this.record = record;
    }

    /** What somebody wants to delete. */
    public BaseEntity record() {
        return record;
    }

    /** Says that so many records of that room vanish with it. Nothing is said for none. */
    public void goesWith(String room, long count) {
        add(goesWith, room, count);
    }

    /** Says that so many records of that room need it: it must stay. Nothing is said for none. */
    public void keeps(String room, long count) {
        add(keeps, room, count);
    }

    /** Says that so many records of that room stay, and belong to nothing any more. Nothing is said for none. */
    public void leaves(String room, long count) {
        add(leaves, room, count);
    }

    /** What stays without it. */
    public List<Line> leaves() {
        return List.copyOf(leaves);
    }

    /** What would be deleted with it. */
    public List<Line> goesWith() {
        return List.copyOf(goesWith);
    }

    /** What needs it, so that it must stay. */
    public List<Line> keeps() {
        return List.copyOf(keeps);
    }

    /** Whether something needs it. */
    public boolean refused() {
        return !keeps.isEmpty();
    }

    private static void add(List<Line> lines, String room, long count) {
        if (count > 0) {
            lines.add(new Line(room, count));
        }
    }

    /** So many records of a room. */
    public record Line(String room, long count) {}
}
