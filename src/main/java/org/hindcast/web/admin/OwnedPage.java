package org.hindcast.web.admin;

import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hindcast.persistence.BaseEntity;
import org.hindcast.project.Owned;
import org.hindcast.project.OwnedService;
import org.hindcast.project.Project;
import org.hindcast.user.User;
import org.hindcast.web.reader.Picks;

/**
 * A screen of records that belong to somebody. As a screen of administration it is for those who may edit all of them; as a page
 * of the registry everybody sees it who may read, and edits what is theirs.
 *
 * @param <T> the record
 */
public abstract class OwnedPage<T extends BaseEntity & Owned> extends CrudPage<T> {

    @Inject
    private Picks picks;

    private final Map<String, Boolean> allowed = new HashMap<>();
    private String owner;
    private String project;

    @Override
    protected abstract OwnedService<T> service();

    @Override
    public String getNeeded() {
        return getRoom() + (isAdministration() ? ".edit" : ".read");
    }

    @Override
    protected boolean may(String action) {
        boolean one = List.of("edit", "delete").contains(action)
                && List.of("details", "edit", "delete").contains(getMode());
        return one ? allowed.computeIfAbsent(action, a -> service().may(a, getRecord(), reader())) : super.may(action);
    }

    /** Only who may edit the records of all gives one to somebody else. */
    public boolean isOwnerChosen() {
        return reader().can(getRoom() + ".edit");
    }

    public String getOwner() {
        return owner == null ? picks.text(getRecord().getOwner()) : owner;
    }

    public void setOwner(String owner) {
        this.owner = owner;
    }

    public String getProject() {
        return project != null
                ? project
                : picks.text(
                        isBegunInProject()
                                ? picks.project(asked.number("project"))
                                : getRecord().getProject());
    }

    /** Whether a project's page leads to the empty form. */
    private boolean isBegunInProject() {
        return "create".equals(getMode()) && asked.has("project") && !asked.has("csrf");
    }

    /** The number of the project on whose page the form began, empty when it began elsewhere. */
    public String getWithin() {
        return asked.has("within") ? asked.get("within") : isBegunInProject() ? asked.get("project") : "";
    }

    /** Who gives up a form goes back to the project where it began. */
    @Override
    public String getHome() {
        boolean begun = "create".equals(getMode()) && getWithin().matches("\\d{1,9}");
        return begun ? at("/project?id=" + getWithin()) : super.getHome();
    }

    public void setProject(String project) {
        this.project = project;
    }

    /** A path of this site, outside of Faces too. */
    protected String at(String path) {
        return visit.path(path);
    }

    protected Picks picks() {
        return picks;
    }

    /** Whoever fills in the form. */
    protected User myself() {
        return picks.person(reader().id());
    }

    protected User chosenOwner() {
        return owner == null || !isOwnerChosen() ? getRecord().getOwner() : picks.person("owner", owner);
    }

    protected Project chosenProject() {
        return project == null ? getRecord().getProject() : picks.project("project", project);
    }
}
