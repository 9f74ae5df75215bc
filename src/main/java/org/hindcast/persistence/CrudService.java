package org.hindcast.persistence;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.hindcast.Refusal;
import org.hindcast.persistence.Query.Filter;

/**
 * What every room does with its records: list, find, create, edit, delete; each change checked, audited and safe against
 * concurrent editors. A room extends it and says only what is particular.
 *
 * @param <T> the room's record
 */
@Transactional
public abstract class CrudService<T extends BaseEntity> {

    @PersistenceContext
    protected EntityManager em;

    @Inject
    private Event<Changed> changed;

    @Inject
    private Event<Deleting> deleting;

    private final Class<T> type;
    private final String room;
    private final List<String> searched;

    /**
     * @param type the room's record
     * @param room the plural by which permissions, addresses and words name it, such as {@code users}
     * @param searched fields in which free text is looked for
     */
    protected CrudService(Class<T> type, String room, String... searched) {
        this.type = type;
        this.room = room;
        this.searched = List.of(searched);
    }

    /** For the container's proxy only. */
    protected CrudService() {
        this(null, null);
    }

    /** By what name permissions, addresses and words know this room. */
    public String room() {
        return room;
    }

    /** The kind of record that is kept here. */
    public Class<T> type() {
        return type;
    }

    /** What permissions may allow here; each makes one, such as {@code users.edit}. */
    public List<String> actions() {
        return List.of("read", "create", "edit", "delete", "export");
    }

    /** The Java type behind a field or a path of fields, for filters and columns. */
    public Class<?> typeOf(String field) {
        return listing().columns().typeOf(field);
    }

    /** One page of the list, and how many rows match. Two statements, whatever the size. */
    public Rows list(Query query) {
        return listing().page(query, this::condition);
    }

    /** Only the rows, for exports that walk through all of them. */
    public List<Map<String, Object>> rows(Query query) {
        return listing().rows(query, this::condition);
    }

    /**
     * All rows that match, in order, whatever the query's slice: a few at a time, so that neither memory nor a transaction
     * grows with their number. What others commit meanwhile may show.
     */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public void walk(Query query, Consumer<Map<String, Object>> row) {
        new Walk<>(listing(), this::condition, query).through(row);
    }

    /** The record with that number. @throws Refusal.Missing when there is none */
    public T find(Integer id) {
        T found = id == null ? null : load(id);
        if (found == null) {
            throw Refusal.missing();
        }
        fetch(found);
        return found;
    }

    /** Stores a new record. @throws Refusal when a rule or a uniqueness forbids it */
    public T create(T entity, Actor actor) {
        permit(null, entity, actor);
        check(entity);
        guarded(() -> em.persist(entity));
        Snapshot after = snapshot(entity);
        fire("create", actor, entity, Snapshot.differences(null, after));
        return entity;
    }

    /**
     * Stores a changed record. @throws Conflict when somebody else saved something else first
     *
     * @param entity detached, with the values typed
     * @param version that the editor saw
     */
    public T update(T entity, int version, Actor actor) {
        T stored = lock(entity.getId());
        fetch(stored);
        permit(stored, entity, actor);
        Snapshot before = snapshot(stored);
        List<Changed.Field> wished = Snapshot.differences(before, snapshot(entity));
        if (wished.isEmpty()) {
            return stored; // another request may have saved the same
        }
        if (stored.getVersion() != version) {
            throw new Conflict(stored.getVersion(), wished);
        }
        em.detach(stored);
        check(entity);
        T merged = guarded(() -> em.merge(entity));
        List<Changed.Field> differences = Snapshot.differences(before, snapshot(merged));
        if (!differences.isEmpty()) {
            fire("edit", actor, merged, differences);
        }
        return merged;
    }

    /** What goes with the record, or why it must stay. */
    public Deleting consequences(Integer id) {
        Deleting question = new Deleting(find(id));
        deleting.fire(question);
        return question;
    }

    /** Deletes the record and what goes with it. @param version that the caller saw, null for any @throws Needed, Conflict */
    public void delete(Integer id, Integer version, Actor actor) {
        T stored = lock(id);
        permit(stored, null, actor);
        if (version != null && version != stored.getVersion()) {
            throw new Conflict(stored.getVersion(), List.of());
        }
        Deleting question = consequences(id);
        if (question.refused()) {
            throw new Needed(stored.toString(), question.keeps());
        }
        remove(stored, actor);
    }

    /** Deletes a record that nothing keeps and what goes with it, and tells the audit. */
    protected void remove(T entity, Actor actor) {
        Snapshot before = snapshot(entity);
        forget(entity, actor);
        guarded(() -> em.remove(entity));
        fire("delete", actor, entity, Snapshot.differences(before, null));
    }

    /** The record, which nobody else changes before the transaction ends. @throws Refusal.Missing when there is none */
    protected T lock(Integer id) {
        T locked = em.find(type, id, LockModeType.PESSIMISTIC_WRITE);
        if (locked == null) {
            throw Refusal.missing();
        }
        return locked;
    }

    /**
     * Whether this actor may make the one of the other, whoever may edit records of this room at all. Before is null when the
     * record is created, after when it is deleted.
     *
     * @throws Refusal when they may not
     */
    protected void permit(T before, T after, Actor actor) {}

    /** A particular rule of the room, before a record is stored. @throws Refusal that names the field */
    protected void check(T entity) {}

    /** The record with that number, null when there is none; a room may load at once what {@link #fetch} would fetch after it. */
    protected T load(Integer id) {
        return em.find(type, id);
    }

    /** Loads what pages show of a record besides its own fields. */
    protected void fetch(T entity) {}

    /** Removes what goes with a record and the database does not remove by itself. */
    protected void forget(T entity, Actor actor) {}

    /** What makes the columns that the table does not have, by their names. */
    protected Map<String, Computed> computed() {
        return Map.of();
    }

    /** Translates a filter on a field that no column of the table holds; null for the ordinary ones. */
    protected Condition<T> condition(Filter filter) {
        return null;
    }

    /** What the audit shows of a record besides its own fields. */
    protected Map<String, String> more(T entity) {
        return Map.of();
    }

    /** What the audit calls a record, where nothing else stands beside it. */
    protected String named(T entity) {
        return entity.toString();
    }

    /** Tells the audit of an act on a record that is none of create, edit, delete. */
    protected void fire(String action, Actor actor, T entity, List<Changed.Field> fields) {
        changed.fire(new Changed(action, actor, room, String.valueOf(entity.getId()), named(entity), fields));
    }

    private Listing<T> listing() {
        return new Listing<>(em, type, searched, new Columns<>(em, type, computed()));
    }

    private Snapshot snapshot(T entity) {
        return Snapshot.of(em, entity, more(entity));
    }

    private void guarded(Runnable work) {
        guarded(() -> {
            work.run();
            return null;
        });
    }

    private <R> R guarded(java.util.function.Supplier<R> work) {
        try {
            R result = work.get();
            em.flush();
            return result;
        } catch (PersistenceException e) {
            throw Broken.rule(e);
        }
    }
}
