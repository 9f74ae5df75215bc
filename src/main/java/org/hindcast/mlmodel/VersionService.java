package org.hindcast.mlmodel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.List;
import org.hindcast.Refusal;
import org.hindcast.dataset.Dataset;
import org.hindcast.persistence.Actor;
import org.hindcast.persistence.Condition;
import org.hindcast.persistence.Deleting;
import org.hindcast.persistence.Query.Filter;
import org.hindcast.project.OwnedService;
import org.hindcast.user.User;

/** Versions of models. They are whose the model is. */
@ApplicationScoped
@Transactional
public class VersionService extends OwnedService<ModelVersion> {

    private static final String LATEST = "update models set latest_version_id = (select v.id from model_versions v "
            + "where v.model_id = models.id and v.id <> ? order by v.number desc limit 1) where id = ?";
    private static final String OF = "select v from ModelVersion v join fetch v.createdBy left join fetch v.dataset "
            + "left join fetch v.stageChangedBy where v.model = :model order by v.number desc";

    private static final String NUMBERED = "select v from ModelVersion v join fetch v.model m join fetch m.owner "
            + "left join fetch m.project where m.id = :model and v.number = :number";

    /**
     * The version's id by its model's and its number, where {@link #may} says that somebody edits it: for a statement that cannot
     * ask first. Its parameters: {@link #editable}.
     */
    public static final String EDITABLE = """
            select v.id
            from model_versions v
            join models m on m.id = v.model_id
            left join projects p on p.id = m.project_id
            cross join (select cast(? as integer) as id) person
            where (cast(? as boolean) or m.owner_id = person.id or p.owner_id = person.id
                   or exists (select 1 from project_members w where w.project_id = p.id and w.user_id = person.id
                                and""" + WORKING + """
            ))
              and m.id = cast(? as integer) and v.number = cast(? as integer)
            """;

    public VersionService() {
        super(ModelVersion.class, "versions", "label", "description", "model.name");
    }

    /** The versions of a model, newest first, with their makers; one statement. */
    public List<ModelVersion> of(RegisteredModel model) {
        return em.createQuery(OF, ModelVersion.class)
                .setParameter("model", model)
                .getResultList();
    }

    /** The version of that model and number. @throws Refusal.Missing when there is none */
    public ModelVersion numbered(Integer model, int number) {
        return em.createQuery(NUMBERED, ModelVersion.class)
                .setParameter("model", model)
                .setParameter("number", number)
                .getResultStream()
                .findFirst()
                .orElseThrow(Refusal::missing);
    }

    /** The parameters of {@link #EDITABLE}. */
    public static Object[] editable(int model, int number, Actor actor) {
        return new Object[] {actor.can("versions.create") ? actor.id() : null, actor.can("versions.edit"), model, number
        };
    }

    /** Stores a version under the model's next number. Concurrent callers wait for each other. */
    @Override
    public ModelVersion create(ModelVersion version, Actor actor) {
        if (version.getModel() == null) {
            throw Refusal.at("model", "version.model.missing");
        }
        RegisteredModel model =
                em.find(RegisteredModel.class, version.getModel().getId(), LockModeType.PESSIMISTIC_WRITE);
        version.setModel(model);
        if (!may("edit", version, actor)) {
            throw new Refusal.Forbidden("versions.edit");
        }
        Integer last = em.createQuery("select max(v.number) from ModelVersion v where v.model = :model", Integer.class)
                .setParameter("model", model)
                .getSingleResult();
        version.setNumber(last == null ? 1 : last + 1);
        ModelVersion created = super.create(version, actor);
        keepLatest(model, 0);
        return created;
    }

    /** Moves a version to another stage, and keeps who did it and when. */
    public void move(Integer id, Stage stage, Actor actor) {
        ModelVersion version = find(id);
        em.detach(version);
        version.moveTo(stage, em.find(User.class, actor.id()));
        update(version, version.getVersion(), actor);
    }

    /** Deletes the versions of a model that goes. */
    void endOf(RegisteredModel model, Actor actor) {
        of(model).forEach(version -> remove(version, actor));
    }

    /** Whoever may change the model may add to it. */
    @Override
    protected boolean isTheirsToGive(User owner, Actor actor) {
        return true;
    }

    @Override
    protected void fetch(ModelVersion version) {
        version.getModel().getOwner().getUsername();
        if (version.getModel().getProject() != null) {
            version.getModel().getProject().getName();
        }
        version.getCreatedBy().getUsername();
        if (version.getDataset() != null) {
            version.getDataset().getName();
        }
        if (version.getStageChangedBy() != null) {
            version.getStageChangedBy().getUsername();
        }
    }

    @Override
    protected String named(ModelVersion version) {
        return version.getModel().getName() + " " + version;
    }

    @Override
    protected void forget(ModelVersion version, Actor actor) {
        keepLatest(version.getModel(), version.getId());
    }

    @Override
    protected Condition<ModelVersion> condition(Filter filter) {
        return filter.field().equals("stage")
                ? (root, query, cb) -> cb.equal(root.get("stage"), Stage.of(filter.value()))
                : null;
    }

    void consider(@Observes Deleting deleting) {
        if (deleting.record() instanceof User user) {
            deleting.keeps(
                    "versions",
                    count(
                            "select count(v) from ModelVersion v where v.createdBy = :value or v.stageChangedBy = :value",
                            user));
        } else if (deleting.record() instanceof Dataset dataset) {
            deleting.keeps("versions", count("select count(v) from ModelVersion v where v.dataset = :value", dataset));
        }
    }

    private void keepLatest(RegisteredModel model, Integer without) {
        em.createNativeQuery(LATEST)
                .setParameter(1, without)
                .setParameter(2, model.getId())
                .executeUpdate();
    }

    private long count(String query, Object value) {
        return em.createQuery(query, Long.class).setParameter("value", value).getSingleResult();
    }
}
