package org.hindcast.audit;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.hindcast.log.Trace;
import org.hindcast.persistence.Actor;
import org.hindcast.persistence.Changed;
import org.hindcast.persistence.Times;

/** A few acts and what they changed, as one statement. */
final class Entries {

    /** PostgreSQL takes 65,535 values in a statement; planning is quickest with far fewer. */
    private static final int MOST_VALUES = 6_000;

    private static final String ACT =
            "(cast(? as integer), cast(? as text), cast(? as integer), cast(? as text), cast(? as text), cast(? as text), cast(? as text))";
    private static final String CHANGE = "(cast(? as integer), cast(? as text), cast(? as text), cast(? as text))";
    private static final String ENTRIES = """
            with act (n, action, actor_id, actor, room, object, name) as materialized (values %s),
            numbered as materialized (
              select nextval(pg_get_serial_sequence('audit_entries', 'id')) as id, act.* from act order by n),
            entry as (
              insert into audit_entries (id, created_at, action, actor_id, actor, room, object, name, address, request)
              select id, cast(? as timestamptz), action, actor_id, actor, room, object, name, ?, ? from numbered)
            """;
    private static final String NO_CHANGES =
            "insert into audit_changes (entry_id, field) select id, '' from numbered where false";
    private static final String CHANGES = """
            insert into audit_changes (entry_id, field, before, after)
            select numbered.id, change.field, change.before, change.after
            from numbered join (values %s) as change (n, field, before, after) using (n)
            """;

    private final OffsetDateTime now = Times.now();
    private final List<Object> acts = new ArrayList<>();
    private final List<Object> changes = new ArrayList<>();
    private int size;

    private Entries() {}

    /** The acts, as many in each statement as it bears. */
    static List<Entries> of(List<Changed> acts) {
        List<Entries> all = new ArrayList<>();
        Entries current = null;
        for (Changed act : acts) {
            if (current == null || current.isFull()) {
                current = new Entries();
                all.add(current);
            }
            current.add(act);
        }
        return all;
    }

    private boolean isFull() {
        return acts.size() + changes.size() > MOST_VALUES;
    }

    private void add(Changed act) {
        Actor actor = act.actor();
        Collections.addAll(acts, size, Line.of(act.action(), 40), actor.id(), Line.of(actor.name(), 200));
        Collections.addAll(
                acts,
                Line.of(act.room(), 40),
                Line.of(act.object(), 80),
                Objects.toString(Line.of(act.name(), 500), ""));
        for (Changed.Field field : act.fields()) {
            Collections.addAll(
                    changes,
                    size,
                    Line.of(field.name(), 80),
                    Line.of(field.before(), Line.LONG),
                    Line.of(field.after(), Line.LONG));
        }
        size++;
    }

    /** The statement, with a {@code ?} for each of the {@link #values()}. */
    String sql() {
        String what = changes.isEmpty() ? NO_CHANGES : CHANGES.formatted(repeat(CHANGE, changes.size() / 4));
        return ENTRIES.formatted(repeat(ACT, size)) + what;
    }

    List<Object> values() {
        Trace trace = Trace.current().orElse(new Trace("", ""));
        List<Object> values = new ArrayList<>(acts);
        Collections.addAll(values, now, Line.of(trace.address(), 64), Line.of(trace.request(), 40));
        values.addAll(changes);
        return values;
    }

    private static String repeat(String group, int times) {
        return String.join(", ", Collections.nCopies(times, group));
    }
}
