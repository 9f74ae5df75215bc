package org.hindcast.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import org.hindcast.dataset.DatasetService;
import org.hindcast.mlmodel.ModelService;
import org.hindcast.mlmodel.RegisteredModel;
import org.hindcast.persistence.Query;
import org.hindcast.project.Member;
import org.hindcast.project.Project;
import org.hindcast.project.ProjectService;
import org.hindcast.security.SignedIn;
import org.hindcast.web.component.Asked;
import org.hindcast.web.component.Redirect;

/** One project: what stands in it, and who works on it. */
@Named
@RequestScoped
public class ProjectPage {

    private static final int MOST = 100;

    @Inject
    private ProjectService projects;

    @Inject
    private DatasetService allDatasets;

    @Inject
    private ModelService allModels;

    @Inject
    private SignedIn me;

    @Inject
    private Asked asked;

    private Project project;
    private List<Member> members;
    private List<RegisteredModel> models;
    private List<Map<String, Object>> datasets;
    private Boolean theirs;

    public void open() {
        me.require("projects.read");
        getProject();
    }

    public Project getProject() {
        if (project == null) {
            project = projects.find(asked.number("id"));
        }
        return project;
    }

    public List<Member> getMembers() {
        if (members == null) {
            members = projects.members(getProject(), (getPage() - 1) * MOST, MOST + 1);
        }
        return members.subList(0, Math.min(MOST, members.size()));
    }

    /** Whether more people work on the project than stand on this page of them and those before. */
    public boolean isFollowed() {
        return getMembers().size() < members.size();
    }

    /** Leads to the page before when nobody stands on this one, such as after the last one left. */
    public void turnBack() {
        if (getPage() > 1 && getMembers().isEmpty()) {
            Redirect.to("project?id=" + getProject().getId() + "&page=" + (getPage() - 1));
        }
    }

    /** Which page of the people. */
    public int getPage() {
        return asked.page("page");
    }

    /** None for who may not look into models. */
    public List<RegisteredModel> getModels() {
        if (models == null) {
            models = me.can("models.read") ? allModels.of(getProject(), MOST + 1) : List.of();
        }
        return models.subList(0, Math.min(MOST, models.size()));
    }

    /** Whether there are more models than the page shows. */
    public boolean isMoreModels() {
        return getModels().size() < models.size();
    }

    /** None for who may not look into datasets. */
    public List<Map<String, Object>> getDatasets() {
        if (datasets == null) {
            Query.Filter here = new Query.Filter(
                    "project.id", Query.Test.EQUALS, getProject().getId());
            Query question =
                    Query.of(MOST + 1, "name", "sizeMb", "owner.fullName").and(here);
            datasets = me.can("datasets.read") ? allDatasets.rows(question) : List.of();
        }
        return datasets.subList(0, Math.min(MOST, datasets.size()));
    }

    /** Whether there are more datasets than the page shows. */
    public boolean isMoreDatasets() {
        return getDatasets().size() < datasets.size();
    }

    /** Whether the reader may end the project. */
    public boolean isTheirsToEnd() {
        return projects.may("delete", getProject(), me.actor());
    }

    /** Whether the reader may say who works on the project. */
    public boolean isLed() {
        return projects.leads(getProject(), me.actor());
    }

    /** Whether the reader may change the project and what stands in it. */
    public boolean isTheirs() {
        if (theirs == null) {
            theirs = projects.may("edit", getProject(), me.actor());
        }
        return theirs;
    }
}
