package org.hindcast.web.reader;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hindcast.Refusal;
import org.hindcast.dataset.Dataset;
import org.hindcast.dataset.DatasetService;
import org.hindcast.mlmodel.ModelService;
import org.hindcast.mlmodel.RegisteredModel;
import org.hindcast.persistence.CrudService;
import org.hindcast.persistence.Query;
import org.hindcast.project.Project;
import org.hindcast.project.ProjectService;
import org.hindcast.user.Credentials;
import org.hindcast.user.User;
import org.hindcast.user.UserService;

/** Records that are picked by typing: what a field says, what it means, and what might be meant. */
@RequestScoped
public class Picks {

    private static final int SUGGESTED = 12;
    private static final int LONGEST_TOLD = 60;
    private static final String NUMBERED = " #";

    @Inject
    private UserService users;

    @Inject
    private ProjectService projects;

    @Inject
    private DatasetService datasets;

    @Inject
    private ModelService models;

    /** What the field says about a record; empty for none. Datasets may share a name and carry their number. */
    public String text(Object record) {
        if (record instanceof User user) {
            return user.getUsername();
        }
        if (record instanceof Dataset dataset) {
            return dataset.getName() + NUMBERED + dataset.getId();
        }
        return record == null ? "" : record.toString();
    }

    /** @throws Refusal beside the field when nobody has that username or email address */
    public User person(String field, String text) {
        return meant(field, text, users.credentials(text).map(Credentials::id).map(users::find));
    }

    public User person(Integer id) {
        return users.find(id);
    }

    /** Null for an empty field. @throws Refusal beside the field when there is no such project */
    public Project project(String field, String text) {
        return text.isBlank() ? null : meant(field, text, projects.named(text));
    }

    public Project project(Integer id) {
        return projects.find(id);
    }

    /** Null for an empty field. @throws Refusal beside the field when there is no such model */
    public RegisteredModel model(String field, String text) {
        return text.isBlank() ? null : meant(field, text, models.named(text));
    }

    /** Null for an empty field. @throws Refusal beside the field when there is no such dataset, or several of that name */
    public Dataset dataset(String field, String text) {
        String typed = text.strip();
        if (typed.isEmpty()) {
            return null;
        }
        List<Integer> numbered = numbered(typed);
        List<Integer> ids = numbered.isEmpty() ? datasets(Query.of(2).and(named(typed))) : numbered;
        return meant(field, text, ids.size() == 1 ? Optional.of(datasets.find(ids.get(0))) : Optional.empty());
    }

    /** The dataset whose number stands behind its name. Of another name it is not meant: a name may end in a number itself. */
    private List<Integer> numbered(String text) {
        int at = text.lastIndexOf(NUMBERED);
        String number = at < 0 ? "" : text.substring(at + NUMBERED.length());
        return number.matches("\\d{1,9}")
                ? datasets(Query.of(1)
                        .and(named(text.substring(0, at)))
                        .and(new Query.Filter("id", Query.Test.EQUALS, Integer.valueOf(number))))
                : List.of();
    }

    private List<Integer> datasets(Query query) {
        return datasets.rows(query).stream().map(row -> (Integer) row.get("id")).toList();
    }

    private static Query.Filter named(String name) {
        return new Query.Filter("name", Query.Test.EQUALS, name);
    }

    /** What might be meant: text for the field to what a person reads beside it. @param of a room */
    public List<Map.Entry<String, String>> suggest(String of, String text) {
        return switch (of) {
            case "users" -> rows(users, text, "username", "fullName");
            case "projects" -> rows(projects, text, "name", "owner.fullName");
            case "models" -> rows(models, text, "name", "owner.fullName");
            case "datasets" -> rows(datasets, text, "name", "owner.fullName");
            default -> throw Refusal.missing();
        };
    }

    private static List<Map.Entry<String, String>> rows(CrudService<?> service, String text, String name, String note) {
        Query query =
                new Query(0, SUGGESTED, List.of(new Query.Order(name, false)), List.of(), text, List.of(name, note));
        boolean numbered = service.room().equals("datasets");
        return service.rows(query).stream()
                .map(row -> Map.entry(
                        row.get(name) + (numbered ? NUMBERED + row.get("id") : ""), String.valueOf(row.get(note))))
                .toList();
    }

    private static <R> R meant(String field, String text, Optional<R> found) {
        String typed = text.strip();
        String told = typed.length() > LONGEST_TOLD ? typed.substring(0, LONGEST_TOLD) + "…" : typed;
        return found.orElseThrow(
                () -> told.isEmpty() ? Refusal.at(field, "pick.missing") : Refusal.at(field, "pick.unknown", told));
    }
}
