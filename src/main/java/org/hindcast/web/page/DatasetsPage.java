package org.hindcast.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.List;

/** The datasets of everybody, and a form for one's own. */
@Named
@RequestScoped
public class DatasetsPage extends org.hindcast.web.admin.DatasetsPage {

    @Override
    public boolean isAdministration() {
        return false;
    }

    @Override
    public String getPath() {
        return at("/datasets");
    }

    @Override
    public String getOpenPath() {
        return at("/dataset");
    }

    @Override
    public List<String> getBulkActions() {
        return List.of();
    }
}
