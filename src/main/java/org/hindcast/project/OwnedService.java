package org.hindcast.project;

import jakarta.transaction.Transactional;
import java.util.Objects;
import org.hindcast.Refusal;
import org.hindcast.persistence.Actor;
import org.hindcast.persistence.BaseEntity;
import org.hindcast.persistence.CrudService;
import org.hindcast.user.User;

/**
 * Records that belong to somebody: whoever has the room's permission for it edits and deletes all of them; whoever may create
 * records does so with their own, and with those of projects on which they work as owner or editor.
 *
 * @param <T> the room's record
 */
@Transactional
public abstract class OwnedService<T extends BaseEntity & Owned> extends CrudService<T> {

    /** Of those on a project, who works on it and does not only read along: a condition on {@code project_members}. */
    protected static final String WORKING = " role in ('owner', 'editor')";

    private static final String WORKS =
            "select count(*) from project_members where project_id = ? and user_id = ? and" + WORKING;

    protected OwnedService(Class<T> type, String room, String... searched) {
        super(type, room, searched);
    }

    /** For the container's proxy only. */
    protected OwnedService() {
        this(null, null);
    }

    /** Whether the actor may do this with that record. @param action such as {@code edit} */
    public boolean may(String action, T record, Actor actor) {
        boolean all = actor.can(room() + "." + action);
        return all
                || actor.can(room() + ".create")
                        && (isOf(record.getOwner(), actor) || works(record.getProject(), actor));
    }

    @Override
    protected void permit(T before, T after, Actor actor) {
        if (before == null) {
            require(actor.can(room() + ".create"), "create");
            require(isTheirsToGive(after.getOwner(), actor), "edit");
        } else {
            String action = after == null ? "delete" : "edit";
            require(may(action, before, actor), action);
        }
        if (after != null) {
            requireProject(after, before == null ? null : before.getProject(), actor);
        }
    }

    /** Whether the actor works on the project, not only reads along. */
    protected boolean works(Project project, Actor actor) {
        if (project == null || project.getId() == null || actor.id() == null) {
            return false;
        }
        Object count = em.createNativeQuery(WORKS)
                .setParameter(1, project.getId())
                .setParameter(2, actor.id())
                .getSingleResult();
        return isOf(project.getOwner(), actor) || ((Number) count).intValue() > 0;
    }

    /** Whether the actor may make records of that owner. */
    protected boolean isTheirsToGive(User owner, Actor actor) {
        return owner == null || isOf(owner, actor) || actor.can(room() + ".edit");
    }

    /** A project stands in itself: whoever makes one need not work on it already. */
    private void requireProject(T record, Project before, Actor actor) {
        Project project = record.getProject();
        boolean moved = project != null && project != record && !project.equals(before);
        if (moved && !actor.can("projects.edit") && !works(project, actor)) {
            throw Refusal.at("project", "project.notYours", project.getName());
        }
    }

    private void require(boolean allowed, String action) {
        if (!allowed) {
            throw new Refusal.Forbidden(room() + "." + action);
        }
    }

    private static boolean isOf(User owner, Actor actor) {
        return owner != null && Objects.equals(owner.getId(), actor.id());
    }
}
