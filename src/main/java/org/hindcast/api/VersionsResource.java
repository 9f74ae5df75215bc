package org.hindcast.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hindcast.dataset.DatasetService;
import org.hindcast.mlmodel.ModelService;
import org.hindcast.mlmodel.ModelVersion;
import org.hindcast.mlmodel.Stage;
import org.hindcast.mlmodel.VersionService;
import org.hindcast.persistence.Query.Filter;
import org.hindcast.persistence.Query.Test;
import org.hindcast.project.OwnedService;
import org.hindcast.user.UserService;

/** The versions of a model, by their numbers within it. */
@Path("v1/models/{model}/versions")
@RequestScoped
public class VersionsResource extends Records<ModelVersion> {

    @Inject
    private VersionService versions;

    @Inject
    private ModelService models;

    @Inject
    private DatasetService datasets;

    @Inject
    private UserService users;

    @PathParam("model")
    private int model;

    @Override
    OwnedService<ModelVersion> service() {
        return versions;
    }

    @Override
    List<String> fields() {
        return List.of(
                "model.id",
                "model.name",
                "number",
                "label",
                "accuracy",
                "description",
                "stage",
                "stageChangedAt",
                "stageChangedBy.id",
                "stageChangedBy.username",
                "stageChangedBy.fullName",
                "dataset.id",
                "dataset.name",
                "createdBy.id",
                "createdBy.username",
                "createdBy.fullName");
    }

    @Override
    List<Filter> within() {
        models.find(model);
        return List.of(new Filter("model.id", Test.EQUALS, model));
    }

    @Override
    Integer id(int number) {
        return versions.numbered(model, number).getId();
    }

    @Override
    String key() {
        return "number";
    }

    @Override
    ModelVersion blank() {
        return new ModelVersion(models.find(model), users.find(me.getId()));
    }

    @Override
    void fill(ModelVersion version, Body body) {
        if (version.getId() == null) {
            body.require("accuracy");
        }
        body.text("label", version::setLabel);
        body.number("accuracy", version::setAccuracy);
        body.text("description", version::setDescription);
        body.record("dataset", datasets::find, version::setDataset);
        body.choice("stage", VersionsResource::stage, stage -> move(version, stage));
    }

    private void move(ModelVersion version, Stage stage) {
        if (stage != version.getStage()) {
            version.moveTo(stage, users.find(me.getId()));
        }
    }

    private static Optional<Stage> stage(String name) {
        return Arrays.stream(Stage.values())
                .filter(stage -> stage.toString().equals(name))
                .findFirst();
    }
}
