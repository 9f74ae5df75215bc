package org.hindcast.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.List;

/** The projects of everybody, and a form for one's own. */
@Named
@RequestScoped
public class ProjectsPage extends org.hindcast.web.admin.ProjectsPage {

    @Override
    public boolean isAdministration() {
        return false;
    }

    @Override
    public String getPath() {
        return at("/projects");
    }

    @Override
    public String getOpenPath() {
        return at("/project");
    }

    @Override
    public List<String> getBulkActions() {
        return List.of();
    }
}
