package org.hindcast.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
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
        return context() + "/datasets";
    }

    @Override
    public String getOpenPath() {
        return context() + "/dataset";
    }

    @Override
    public List<String> getBulkActions() {
        return List.of();
    }

    private static String context() {
        return FacesContext.getCurrentInstance().getExternalContext().getRequestContextPath();
    }
}
