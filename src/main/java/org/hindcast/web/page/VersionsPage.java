package org.hindcast.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.List;
import org.hindcast.mlmodel.ModelVersion;
import org.hindcast.mlmodel.RegisteredModel;

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

    /** Its model, whose other versions stand there. */
    @Override
    public String getHome() {
        RegisteredModel model = getRecord().getModel();
        return model == null ? getPath() : at("/model?id=" + model.getId());
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
