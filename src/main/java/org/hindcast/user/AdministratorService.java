package org.hindcast.user;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import org.hindcast.Refusal;
import org.hindcast.persistence.Deleting;

/** Somebody must be able to let others in: the last one who may do everything is not removed, disabled or demoted. */
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
