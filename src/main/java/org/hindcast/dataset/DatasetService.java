package org.hindcast.dataset;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hindcast.Refusal;
import org.hindcast.persistence.Deleting;
import org.hindcast.project.OwnedService;
import org.hindcast.project.Project;
import org.hindcast.user.User;

/** Datasets. */
@ApplicationScoped
@Transactional
public class DatasetService extends OwnedService<Dataset> {

    private static final String ADDRESS = "(?i)(https?://[^\\s/?#]+\\S*)?";

    public DatasetService() {
        super(Dataset.class, "datasets", "name", "description");
    }

    /** The datasets of these people, by the owner's number; one statement. Of each at most so many. */
    public Map<Integer, List<Row>> of(Collection<Integer> owners, int most) {
        if (owners.isEmpty()) {
            return Map.of();
        }
        return em.createQuery(
                        "select new org.hindcast.dataset.DatasetService$Row(d.id, d.name, d.sizeMb, d.owner.id) from Dataset d "
                                + "where d.owner.id in :owners order by d.owner.id, d.name, d.id",
                        Row.class)
                .setParameter("owners", owners)
                .setMaxResults(most)
                .getResultStream()
                .collect(Collectors.groupingBy(Row::owner));
    }

    /** How many datasets these projects hold, by the project's number. */
    public Map<Integer, Long> counts(Collection<Integer> projects) {
        return projects.isEmpty()
                ? Map.of()
                : em.createQuery(
                                "select d.project.id, count(d) from Dataset d where d.project.id in :projects group by d.project.id",
                                Object[].class)
                        .setParameter("projects", projects)
                        .getResultStream()
                        .collect(Collectors.toMap(row -> (Integer) row[0], row -> (Long) row[1]));
    }

    @Override
    protected void check(Dataset dataset) {
        if (!dataset.getSourceUrl().matches(ADDRESS)) {
            throw Refusal.at("sourceUrl", "dataset.sourceUrl.scheme");
        }
    }

    @Override
    protected void fetch(Dataset dataset) {
        dataset.getOwner().getUsername();
        if (dataset.getProject() != null) {
            dataset.getProject().getName();
        }
    }

    void consider(@Observes Deleting deleting) {
        if (deleting.record() instanceof User user) {
            deleting.keeps("datasets", count("owner", user));
        } else if (deleting.record() instanceof Project project) {
            deleting.leaves("datasets", count("project", project));
        }
    }

    private long count(String field, Object value) {
        String query = field.equals("owner")
                ? "select count(d) from Dataset d where d.owner = :value"
                : "select count(d) from Dataset d where d.project = :value";
        return em.createQuery(query, Long.class).setParameter("value", value).getSingleResult();
    }

    /** What a list of a person's datasets shows. */
    public record Row(Integer id, String name, int sizeMb, Integer owner) {}
}
