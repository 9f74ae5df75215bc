package org.hindcast.mlmodel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.List;
import org.hindcast.persistence.CrudService;
import org.hindcast.user.User;

/** Models and their versions. */
@ApplicationScoped
@Transactional
public class ModelService extends CrudService<RegisteredModel> {

    public ModelService() {
        super(RegisteredModel.class, "models", "name", "description");
    }

    /** The versions of a model, newest first, with their makers. */
    public List<ModelVersion> versionsOf(RegisteredModel model) {
        return em.createQuery(
                        "select v from ModelVersion v join fetch v.createdBy left join fetch v.dataset where v.model = :model order by v.number desc",
                        ModelVersion.class)
                .setParameter("model", model)
                .getResultList();
    }

    /** All models by name, with their owners. */
    public List<RegisteredModel> all() {
        return em.createQuery(
                        "select m from RegisteredModel m join fetch m.owner order by m.name", RegisteredModel.class)
                .getResultList();
    }

    /** Adds a version with the next number. Concurrent callers wait for each other. */
    public ModelVersion addVersion(RegisteredModel model, String label, double accuracy, User by) {
        RegisteredModel locked = em.find(RegisteredModel.class, model.getId(), LockModeType.PESSIMISTIC_WRITE);
        Integer last = em.createQuery("select max(v.number) from ModelVersion v where v.model = :model", Integer.class)
                .setParameter("model", locked)
                .getSingleResult();
        ModelVersion version = new ModelVersion(locked, last == null ? 1 : last + 1, by);
        version.setLabel(label);
        version.setAccuracy(accuracy);
        em.persist(version);
        em.flush();
        return version;
    }

    @Override
    protected void fetch(RegisteredModel model) {
        model.getOwner().getUsername();
        if (model.getProject() != null) {
            model.getProject().getName();
        }
    }
}
