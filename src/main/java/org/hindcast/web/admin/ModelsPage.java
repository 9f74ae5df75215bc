package org.hindcast.web.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import org.hindcast.mlmodel.ModelService;
import org.hindcast.mlmodel.RegisteredModel;
import org.hindcast.mlmodel.Stage;
import org.hindcast.project.OwnedService;
import org.hindcast.web.component.Column;

/** All models. */
@Named("adminModels")
@RequestScoped
public class ModelsPage extends OwnedPage<RegisteredModel> {

    @Inject
    private ModelService models;

    @Override
    protected OwnedService<RegisteredModel> service() {
        return models;
    }

    @Override
    protected List<Column> columns() {
        List<String> stages = Arrays.stream(Stage.values()).map(Stage::toString).toList();
        return List.of(
                column("name"),
                column("latest.accuracy"),
                column("latest.number"),
                column("latest.label"),
                column("latest.stage").choice(stages),
                column("project.name"),
                column("owner.fullName"),
                column("createdAt"),
                column("unit").hidden());
    }

    @Override
    protected RegisteredModel fresh() {
        return new RegisteredModel("", myself());
    }

    @Override
    protected void complete(RegisteredModel model) {
        model.setOwner(chosenOwner());
        model.setProject(chosenProject());
    }

    @Override
    public int getRank() {
        return 50;
    }
}
