package org.hindcast.web.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.hindcast.project.OwnedService;
import org.hindcast.project.Project;
import org.hindcast.project.ProjectService;
import org.hindcast.web.component.Column;

/** All projects. */
@Named("adminProjects")
@RequestScoped
public class ProjectsPage extends OwnedPage<Project> {

    @Inject
    private ProjectService projects;

    @Override
    protected OwnedService<Project> service() {
        return projects;
    }

    @Override
    protected List<Column> columns() {
        return List.of(
                column("name"),
                column("owner.fullName"),
                column("createdAt"),
                column("owner.username").hidden(),
                column("description").hidden());
    }

    @Override
    protected Project fresh() {
        return new Project("", myself());
    }

    @Override
    protected void complete(Project project) {
        project.setOwner(chosenOwner());
    }

    @Override
    public int getRank() {
        return 30;
    }
}
