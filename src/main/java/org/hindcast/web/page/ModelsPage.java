package org.hindcast.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
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
        return context() + "/models";
    }

    @Override
    public String getOpenPath() {
        return context() + "/model";
    }

    @Override
    public List<String> getBulkActions() {
        return List.of();
    }

    private static String context() {
        return FacesContext.getCurrentInstance().getExternalContext().getRequestContextPath();
    }
}
