package org.hindcast.user;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hindcast.Refusal;
import org.hindcast.persistence.Actor;
import org.hindcast.persistence.Computed;
import org.hindcast.persistence.CrudService;
import org.hindcast.persistence.Deleting;

/** Roles, and what they allow. */
@ApplicationScoped
@Transactional
public class RoleService extends CrudService<Role> {

    public RoleService() {
        super(Role.class, "roles", "name", "description");
    }

    /** All roles by name, with what they allow: there are few. */
    public List<Role> all() {
        return em.createQuery("select distinct r from Role r left join fetch r.permissions order by r.name", Role.class)
                .getResultList();
    }

    /** The number of each role, by its name and in that order. */
    public Map<String, Integer> numbers() {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        em.createQuery("select r.name, r.id from Role r order by r.name", Object[].class)
                .getResultList()
                .forEach(row -> numbers.put((String) row[0], (Integer) row[1]));
        return numbers;
    }

    /** The role of that name. @throws Refusal.Missing when there is none */
    public Role named(String name) {
        return em.createQuery("select r from Role r where r.name = :name", Role.class)
                .setParameter("name", name)
                .getResultStream()
                .findFirst()
                .orElseThrow(Refusal::missing);
    }

    /** Nobody gives or takes what they do not have themselves. */
    @Override
    protected void permit(Role before, Role after, Actor actor) {
        Set<String> touched = new HashSet<>(before == null ? Set.of() : before.getPermissions());
        Set<String> kept = new HashSet<>(after == null ? Set.of() : after.getPermissions());
        kept.retainAll(touched);
        touched.addAll(after == null ? Set.of() : after.getPermissions());
        touched.removeAll(kept);
        if (!touched.stream().allMatch(actor::can)) {
            throw Refusal.at("permissions", "role.permissions.above");
        }
    }

    @Override
    protected void check(Role role) {
        if (role.getId() != null) {
            Role stored = em.find(Role.class, role.getId());
            refuseRenaming(stored, role);
            em.detach(stored);
        }
    }

    @Override
    protected void fetch(Role role) {
        role.getPermissions();
    }

    @Override
    protected Map<String, String> more(Role role) {
        return Map.of("permissions", String.join(", ", role.getPermissions()));
    }

    @Override
    protected Map<String, Computed> computed() {
        return Map.of("permissionCount", new Computed("permission_number", Integer.class));
    }

    void keepBuiltIn(@Observes Deleting deleting) {
        if (deleting.record() instanceof Role role) {
            deleting.keeps("product", role.isBuiltIn() ? 1 : 0);
            deleting.keeps(
                    "users",
                    em.createQuery("select count(u) from User u join u.roles r where r = :role", Long.class)
                            .setParameter("role", role)
                            .getSingleResult());
        }
    }

    private static void refuseRenaming(Role stored, Role role) {
        if (stored.isBuiltIn() && !stored.getName().equals(role.getName())) {
            throw Refusal.at("name", "role.builtIn", stored.getName());
        }
    }
}
