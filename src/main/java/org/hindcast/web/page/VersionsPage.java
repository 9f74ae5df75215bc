package org.hindcast.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.List;
import org.hindcast.mlmodel.ModelVersion;

/** The versions of everybody, and a form for one's own. */
@Named
@RequestScoped
public class VersionsPage extends org.hindcast.web.admin.VersionsPage {

    @Override
    public boolean isAdministration() {
        return false;
    }

    @Override
    public String getPath() {
        return at("/versions");
    }

    /** A new one is looked at beside the others of its model. */
    @Override
    protected String pathTo(ModelVersion saved) {
        return "create".equals(getMode())
                ? at("/model?id=" + saved.getModel().getId() + "&version=" + saved.getId())
                : super.pathTo(saved);
    }

    @Override
    public List<String> getBulkActions() {
        return List.of();
    }
}
