package org.hindcast.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.hindcast.mlmodel.ModelService;
import org.hindcast.mlmodel.RegisteredModel;

/** The models there are. */
@Named
@RequestScoped
public class ModelsPage {

    @Inject
    private ModelService models;

    private List<RegisteredModel> all;

    public List<RegisteredModel> getAll() {
        if (all == null) {
            all = models.all();
        }
        return all;
    }
}
