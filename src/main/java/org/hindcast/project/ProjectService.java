package org.hindcast.project;

import static org.hindcast.persistence.NativeSql.query;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.hindcast.Refusal;
import org.hindcast.persistence.Actor;
import org.hindcast.persistence.Changed;
import org.hindcast.persistence.Deleting;
import org.hindcast.persistence.NativeSql;
import org.hindcast.persistence.Times;
import org.hindcast.user.User;

/** Projects, and who works on them. */
@ApplicationScoped
@Transactional
public class ProjectService extends OwnedService<Project> {

    private static final String MEMBERS = """
            select u.id, u.username, u.full_name, m.role, m.created_at
            from project_members m join users u on u.id = m.user_id
            where m.project_id = ?
            order by m.role = 'owner' desc, u.full_name, u.id
            offset ? limit ?
            """;
    private static final String OF = """
            select p.id, p.name, m.role
            from project_members m join projects p on p.id = m.project_id
            where m.user_id = ?
            order by p.name, p.id
            limit ?
            """;
    private static final String JOIN =
            "insert into project_members (project_id, user_id, role) values (?, ?, ?) on conflict do nothing";
    private static final String ROLE = "select role from project_members where project_id = ? and user_id = ?";
    private static final String APPOINT =
            "update project_members set role = ? where project_id = ? and user_id = ? and role <> ?";
    private static final String OWN = "insert into project_members (project_id, user_id, role) values (?, ?, 'owner') "
            + "on conflict (project_id, user_id) do update set role = 'owner'";
    private static final String LEAVE = "delete from project_members where project_id = ? and user_id = ?";

    public ProjectService() {
        super(Project.class, "projects", "name", "description");
    }

    /** Whoever works on a project may edit it; only its owners may end it. */
    @Override
    public boolean may(String action, Project project, Actor actor) {
        return super.may(action, project, actor)
                && ("edit".equals(action) || actor.can("projects." + action) || owns(project, actor));
    }

    /** Whether the actor may say who works on the project. */
    public boolean leads(Project project, Actor actor) {
        return actor.can("projects.edit") || may("edit", project, actor) && owns(project, actor);
    }

    /** Some of them: owners first, then by name. */
    public List<Member> members(Project project, int first, int size) {
        return NativeSql.rows(query(em, MEMBERS, project.getId(), first, size)).stream()
                .map(row -> new Member(
                        ((Number) row[0]).intValue(),
                        (String) row[1],
                        (String) row[2],
                        (String) row[3],
                        Times.of(row[4])))
                .toList();
    }

    /** The projects on which a person works, by name: number, name and their role in it. */
    public List<Mine> of(Integer user, int most) {
        return NativeSql.rows(query(em, OF, user, most)).stream()
                .map(row -> new Mine(((Number) row[0]).intValue(), (String) row[1], (String) row[2]))
                .toList();
    }

    public Optional<Project> named(String name) {
        return em.createQuery("select p from Project p join fetch p.owner where p.name = :name", Project.class)
                .setParameter("name", name.strip())
                .getResultStream()
                .findFirst();
    }

    /** Adds somebody. @throws Refusal when they are in it already */
    public void join(Integer id, User user, String role, Actor actor) {
        Project project = changeable(id, actor);
        check(role);
        if (query(em, JOIN, id, user.getId(), role).executeUpdate() == 0) {
            throw Refusal.at("person", "project.member.twice", user.getFullName());
        }
        tell(actor, project, null, told(user, role));
    }

    /** What a member does in a project. @throws Refusal.Missing for whoever is none */
    public String role(Integer id, User user) {
        return role(id, user.getId()).orElseThrow(Refusal::missing);
    }

    private Optional<String> role(Integer id, Integer user) {
        List<?> roles = query(em, ROLE, id, user).getResultList();
        return roles.stream().findFirst().map(String.class::cast);
    }

    /** Gives a member another role; the project's own owner stays one. */
    public void appoint(Integer id, User user, String role, Actor actor) {
        Project project = changeable(id, actor);
        check(role);
        String before = role(id, user);
        if (user.equals(project.getOwner())) {
            throw new Refusal("project.owner.stays", user.getFullName());
        }
        if (query(em, APPOINT, role, id, user.getId(), role).executeUpdate() > 0) {
            tell(actor, project, told(user, before), told(user, role));
        }
    }

    /** Takes somebody out; the project's own owner stays. */
    public void leave(Integer id, User user, Actor actor) {
        Project project = changeable(id, actor);
        if (user.equals(project.getOwner())) {
            throw new Refusal("project.owner.stays", user.getFullName());
        }
        if (query(em, LEAVE, id, user.getId()).executeUpdate() > 0) {
            tell(actor, project, user.getUsername(), null);
        }
    }

    @Override
    public Project create(Project project, Actor actor) {
        Project created = super.create(project, actor);
        own(created);
        return created;
    }

    @Override
    public Project update(Project project, int version, Actor actor) {
        Project updated = super.update(project, version, actor);
        own(updated);
        return updated;
    }

    @Override
    protected void fetch(Project project) {
        project.getOwner().getUsername();
    }

    void consider(@Observes Deleting deleting) {
        if (deleting.record() instanceof User user) {
            deleting.keeps("projects", count("select count(*) from projects where owner_id = ?", user.getId()));
            deleting.goesWith(
                    "memberships", count("select count(*) from project_members where user_id = ?", user.getId()));
        } else if (deleting.record() instanceof Project project) {
            deleting.goesWith(
                    "memberships", count("select count(*) from project_members where project_id = ?", project.getId()));
        }
    }

    private Project changeable(Integer id, Actor actor) {
        Project project = find(id);
        if (!leads(project, actor)) {
            throw new Refusal.Forbidden("projects.edit");
        }
        return project;
    }

    private static void check(String role) {
        if (role == null || !Member.ROLES.contains(role)) {
            throw Refusal.at("role", "project.role.unknown");
        }
    }

    private static String told(User user, String role) {
        return user.getUsername() + " (" + role + ")";
    }

    private boolean owns(Project project, Actor actor) {
        return actor.id() != null
                && role(project.getId(), actor.id()).filter("owner"::equals).isPresent();
    }

    private void tell(Actor actor, Project project, String before, String after) {
        fire("edit", actor, project, List.of(new Changed.Field("members", before, after)));
    }

    private void own(Project project) {
        query(em, OWN, project.getId(), project.getOwner().getId()).executeUpdate();
    }

    private long count(String sql, Integer id) {
        return ((Number) query(em, sql, id).getSingleResult()).longValue();
    }

    /** A project, and what somebody does in it. */
    public record Mine(Integer id, String name, String role) {}
}
