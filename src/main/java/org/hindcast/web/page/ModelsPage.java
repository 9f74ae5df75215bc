package org.hindcast.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.List;

/** The models of everybody, and a form for one's own. */
@Named
@RequestScoped
public class ModelsPage extends org.hindcast.web.admin.ModelsPage {

    @Override
    public boolean isAdministration() {
        return false;
    }

    @Override
    public String getPath() {
        return at("/models");
    }

    @Override
    public String getOpenPath() {
        return at("/model");
    }

    @Override
    public List<String> getBulkActions() {
        return List.of();
    }
}
