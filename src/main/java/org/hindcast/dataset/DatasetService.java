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

    private static final String OF = """
            select d.id, d.name, d.size_mb, o.owner from unnest(cast(? as integer[])) as o (owner)
            cross join lateral (select * from datasets where owner_id = o.owner order by name, id limit ?) d
            order by o.owner, d.name, d.id
            """;

    public DatasetService() {
        super(Dataset.class, "datasets", "name", "description");
    }

    /** The datasets of these people by name, by the owner's number; one statement. Of each at most so many. */
    public Map<Integer, List<Row>> of(Collection<Integer> owners, int most) {
        String numbers = owners.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
        List<?> rows = em.createNativeQuery(OF)
                .setParameter(1, numbers)
                .setParameter(2, most)
                .getResultList();
        return rows.stream().map(row -> Row.of((Object[]) row)).collect(Collectors.groupingBy(Row::owner));
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
    public record Row(Integer id, String name, int sizeMb, Integer owner) {

        private static Row of(Object[] row) {
            return new Row((Integer) row[0], (String) row[1], (Integer) row[2], (Integer) row[3]);
        }
    }
}
