package org.hindcast.project;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.hindcast.persistence.CrudService;

/** Projects. */
@ApplicationScoped
@Transactional
public class ProjectService extends CrudService<Project> {

    public ProjectService() {
        super(Project.class, "projects", "name", "description");
    }
}
