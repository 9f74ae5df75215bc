package org.hindcast.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import java.util.List;
import org.hindcast.project.OwnedService;
import org.hindcast.project.Project;
import org.hindcast.project.ProjectService;
import org.hindcast.user.UserService;

/** Projects. */
@Path("v1/projects")
@RequestScoped
public class ProjectsResource extends Records<Project> {

    @Inject
    private ProjectService projects;

    @Inject
    private UserService users;

    @Override
    OwnedService<Project> service() {
        return projects;
    }

    @Override
    List<String> fields() {
        return List.of("name", "description", "owner.id", "owner.username", "owner.fullName");
    }

    @Override
    Project blank() {
        return new Project("", users.find(me.getId()));
    }

    @Override
    void fill(Project project, Body body) {
        body.text("name", project::setName);
        body.text("description", project::setDescription);
    }
}
