package org.hindcast.user;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hindcast.Refusal;
import org.hindcast.persistence.Actor;
import org.hindcast.persistence.Deleting;

/**
 * Who decides over whom. Somebody must be able to let others in: the last one who may do everything is not removed, disabled or
 * demoted. Nobody gives what they may not do themselves, and nobody decides over somebody who may do more than they: with that
 * person's password they might do it.
 */
@ApplicationScoped
@Transactional
public class AdministratorService {

    @PersistenceContext
    private EntityManager em;

    @Inject
    private RoleService roles;

    /** @throws Refusal when nobody would administer once this person is as given */
    void keepOne(User user) {
        boolean stays = user.isActive() && user.hasRole(Role.ADMIN);
        if (!stays && others(user) == 0) {
            throw new Refusal("user.lastAdministrator");
        }
    }

    /** Whether the actor may do all that the person may. */
    public boolean mayChange(User user, Actor actor) {
        boolean own = user.getId() != null && user.getId().equals(actor.id());
        return own || above(user.getRoles(), actor).isEmpty();
    }

    /** @throws Refusal when the actor may not make the one person of the other; before is null for a new one, after for none */
    void permit(User before, User after, Actor actor) {
        Set<Role> given = new HashSet<>(after == null ? List.of() : after.getRoles());
        given.removeAll(before == null ? List.of() : before.getRoles());
        if (before != null && !mayChange(before, actor)) {
            throw new Refusal("user.above", before.getFullName());
        }
        if (!above(given, actor).isEmpty()) {
            throw Refusal.at("roles", "user.roles.above");
        }
    }

    /** Those of the roles that allow more than the actor may; asks for their permissions at once, wherever they come from. */
    private List<Role> above(Collection<Role> some, Actor actor) {
        return some.isEmpty()
                ? List.of()
                : roles.all().stream()
                        .filter(role -> some.contains(role) && !role.mayBeGivenBy(actor))
                        .toList();
    }

    void keepOne(@Observes Deleting deleting) {
        if (deleting.record() instanceof User user && user.isActive() && user.hasRole(Role.ADMIN)) {
            deleting.keeps("administration", others(user) == 0 ? 1 : 0);
        }
    }

    /** How many active ones there are besides; whoever asks keeps others from demoting one until the end of the act. */
    private long others(User user) {
        em.lock(roles.named(Role.ADMIN), LockModeType.PESSIMISTIC_WRITE);
        return em.createQuery(
                        "select count(u) from User u join u.roles r where r.name = :admin and u.active = true and u.id <> :id",
                        Long.class)
                .setParameter("admin", Role.ADMIN)
                .setParameter("id", user.getId())
                .getSingleResult();
    }
}
