package org.hindcast.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hindcast.Refusal;
import org.hindcast.persistence.Actor;
import org.hindcast.persistence.Changed;
import org.hindcast.persistence.CrudService;
import org.hindcast.persistence.NativeSql;
import org.hindcast.persistence.Times;

/** What was done, by whom: written by the {@link Witness}, read by administrators, and changed by nobody. */
@ApplicationScoped
@Transactional
public class AuditService extends CrudService<AuditEntry> {

    private static final String HISTORY = """
            select e.id, e.created_at, e.actor_id, e.actor, e.action, c.field, c.before, c.after
            from (select * from audit_entries where room = ? and object = ? order by id desc offset ? limit ?) e
            left join audit_changes c on c.entry_id = e.id
            order by e.id desc, c.field
            """;
    private static final String CHANGES =
            "select field, before, after from audit_changes where entry_id = ? order by field";

    private static final String LATEST = """
            select e.* from unnest(string_to_array(?, ',')) r (room)
            cross join lateral (
              select * from audit_entries a
              where a.room = r.room and a.action in ('create', 'edit', 'delete') order by a.id desc limit ?) e
            order by e.id desc limit ?
            """;

    public AuditService() {
        super(AuditEntry.class, "audit", "actor", "name");
    }

    @Override
    public List<String> actions() {
        return List.of("read", "export");
    }

    /** Writes the acts down in this transaction, with as few statements as they take. */
    public void add(List<Changed> acts) {
        Entries.of(acts)
                .forEach(some ->
                        NativeSql.query(em, some.sql(), some.values().toArray()).executeUpdate());
    }

    /** Writes an act down whatever becomes of this transaction. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void addApart(Changed act) {
        add(List.of(act));
    }

    /** What was created, changed or deleted last in these rooms, the newest first, by one statement. */
    public List<AuditEntry> latest(List<String> rooms, int most) {
        List<?> found = em.createNativeQuery(LATEST, AuditEntry.class)
                .setParameter(1, String.join(",", rooms))
                .setParameter(2, most)
                .setParameter(3, most)
                .getResultList();
        return found.stream().map(AuditEntry.class::cast).toList();
    }

    /** What happened to a record, the newest first, by one statement. */
    public List<Past> history(String room, Object object, int first, int size) {
        List<?> rows = em.createNativeQuery(HISTORY)
                .setParameter(1, room)
                .setParameter(2, String.valueOf(object))
                .setParameter(3, first)
                .setParameter(4, size)
                .getResultList();
        Map<Object, Past> past = new LinkedHashMap<>();
        for (Object found : rows) {
            Object[] row = (Object[]) found;
            Past act = past.computeIfAbsent(row[0], id -> past(row));
            if (row[5] != null) {
                act.fields().add(field(row, 5));
            }
        }
        return List.copyOf(past.values());
    }

    /** What one act changed, in the order of the fields' names. */
    public List<Changed.Field> changes(Integer id) {
        List<?> rows = em.createNativeQuery(CHANGES).setParameter(1, id).getResultList();
        return rows.stream().map(row -> field((Object[]) row, 0)).toList();
    }

    @Override
    public AuditEntry create(AuditEntry entry, Actor actor) {
        throw new Refusal.Forbidden("audit.create");
    }

    @Override
    public AuditEntry update(AuditEntry entry, int version, Actor actor) {
        throw new Refusal.Forbidden("audit.edit");
    }

    @Override
    public void delete(Integer id, Integer version, Actor actor) {
        throw new Refusal.Forbidden("audit.delete");
    }

    private static Past past(Object[] row) {
        OffsetDateTime at = Times.of(row[1]);
        return new Past(
                ((Number) row[0]).intValue(),
                at,
                (Integer) row[2],
                (String) row[3],
                (String) row[4],
                new ArrayList<>());
    }

    private static Changed.Field field(Object[] row, int from) {
        return new Changed.Field((String) row[from], (String) row[from + 1], (String) row[from + 2]);
    }
}
