package org.hindcast.mlmodel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hindcast.persistence.Actor;
import org.hindcast.persistence.Condition;
import org.hindcast.persistence.Deleting;
import org.hindcast.persistence.Query.Filter;
import org.hindcast.project.OwnedService;
import org.hindcast.project.Project;
import org.hindcast.user.User;

/** Models. */
@ApplicationScoped
@Transactional
public class ModelService extends OwnedService<RegisteredModel> {

    private static final String CHOICES = """
            select kind, id, name from (
              (select 'project' as kind, p.id, p.name from projects p
                where exists (select from models m where m.project_id = p.id) order by p.name limit ?)
              union all
              (select 'model', m.id, m.name from models m
                where m.project_id = ? or cast(? as boolean) and m.project_id is null order by m.name limit ?)) choices
            order by name
            """;

    @Inject
    private VersionService versions;

    public ModelService() {
        super(RegisteredModel.class, "models", "name", "description");
    }

    public Optional<RegisteredModel> named(String name) {
        return em.createQuery(
                        "select m from RegisteredModel m join fetch m.owner where m.name = :name",
                        RegisteredModel.class)
                .setParameter("name", name.strip())
                .getResultStream()
                .findFirst();
    }

    /** The models made last, with their latest versions; one statement. */
    public List<RegisteredModel> latest(int most) {
        return em.createQuery(
                        "select m from RegisteredModel m left join fetch m.latest order by m.createdAt desc, m.id desc",
                        RegisteredModel.class)
                .setMaxResults(most)
                .getResultList();
    }

    /** The models of a project by name, with their latest versions; one statement. */
    public List<RegisteredModel> of(Project project, int most) {
        return em.createQuery(
                        "select m from RegisteredModel m left join fetch m.latest where m.project = :project order by m.name",
                        RegisteredModel.class)
                .setParameter("project", project)
                .setMaxResults(most)
                .getResultList();
    }

    /** The first model of a project, by name; empty when it has none. */
    public Optional<RegisteredModel> first(Integer project) {
        return em.createQuery(
                        "select m from RegisteredModel m where m.project.id = :project order by m.name",
                        RegisteredModel.class)
                .setParameter("project", project)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** What a reader of this model may go to from it, so many of each; one statement. */
    @SuppressWarnings("unchecked")
    public Choices choices(RegisteredModel model, int most) {
        Project project = model.getProject();
        List<Object[]> rows = em.createNativeQuery(CHOICES)
                .setParameter(1, most)
                .setParameter(2, project == null ? 0 : project.getId())
                .setParameter(3, project == null)
                .setParameter(4, most)
                .getResultList();
        return Choices.of(rows);
    }

    /** How many models these projects hold, by the project's number. */
    public Map<Integer, Long> counts(Collection<Integer> projects) {
        return projects.isEmpty()
                ? Map.of()
                : em.createQuery(
                                "select m.project.id, count(m) from RegisteredModel m where m.project.id in :projects group by m.project.id",
                                Object[].class)
                        .setParameter("projects", projects)
                        .getResultStream()
                        .collect(Collectors.toMap(row -> (Integer) row[0], row -> (Long) row[1]));
    }

    @Override
    protected RegisteredModel load(Integer id) {
        return em.createQuery(
                        "select m from RegisteredModel m join fetch m.owner left join fetch m.project where m.id = :id",
                        RegisteredModel.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst()
                .orElse(null);
    }

    @Override
    protected void fetch(RegisteredModel model) {
        model.getOwner().getUsername();
        if (model.getProject() != null) {
            model.getProject().getName();
        }
    }

    @Override
    protected void forget(RegisteredModel model, Actor actor) {
        versions.endOf(model, actor);
    }

    @Override
    protected Condition<RegisteredModel> condition(Filter filter) {
        return filter.field().equals("latest.stage")
                ? (root, query, cb) -> cb.equal(root.get("latest").get("stage"), Stage.of(filter.value()))
                : null;
    }

    void consider(@Observes Deleting deleting) {
        if (deleting.record() instanceof User user) {
            deleting.keeps("models", count("select count(m) from RegisteredModel m where m.owner = :value", user));
        } else if (deleting.record() instanceof Project project) {
            deleting.leaves(
                    "models", count("select count(m) from RegisteredModel m where m.project = :value", project));
        } else if (deleting.record() instanceof RegisteredModel model) {
            deleting.goesWith("versions", count("select count(v) from ModelVersion v where v.model = :value", model));
        }
    }

    private long count(String query, Object value) {
        return em.createQuery(query, Long.class).setParameter("value", value).getSingleResult();
    }
}
