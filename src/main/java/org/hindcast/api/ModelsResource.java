package org.hindcast.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import java.util.List;
import org.hindcast.mlmodel.ModelService;
import org.hindcast.mlmodel.RegisteredModel;
import org.hindcast.project.OwnedService;
import org.hindcast.project.ProjectService;
import org.hindcast.user.UserService;

/** Models. */
@Path("v1/models")
@RequestScoped
public class ModelsResource extends Records<RegisteredModel> {

    @Inject
    private ModelService models;

    @Inject
    private ProjectService projects;

    @Inject
    private UserService users;

    @Override
    OwnedService<RegisteredModel> service() {
        return models;
    }

    @Override
    List<String> fields() {
        return List.of(
                "name",
                "description",
                "unit",
                "owner.id",
                "owner.username",
                "owner.fullName",
                "project.id",
                "project.name",
                "latest.number",
                "latest.label",
                "latest.accuracy",
                "latest.stage");
    }

    @Override
    RegisteredModel blank() {
        return new RegisteredModel("", users.find(me.getId()));
    }

    @Override
    void fill(RegisteredModel model, Body body) {
        body.text("name", model::setName);
        body.text("description", model::setDescription);
        body.text("unit", model::setUnit);
        body.record("project", projects::find, model::setProject);
    }
}
