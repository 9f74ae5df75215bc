package org.hindcast.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import java.util.List;
import org.hindcast.dataset.Dataset;
import org.hindcast.dataset.DatasetService;
import org.hindcast.project.OwnedService;
import org.hindcast.project.ProjectService;
import org.hindcast.user.UserService;

/** Datasets. */
@Path("v1/datasets")
@RequestScoped
public class DatasetsResource extends Records<Dataset> {

    @Inject
    private DatasetService datasets;

    @Inject
    private ProjectService projects;

    @Inject
    private UserService users;

    @Override
    OwnedService<Dataset> service() {
        return datasets;
    }

    @Override
    List<String> fields() {
        return List.of(
                "name",
                "description",
                "sizeMb",
                "sourceUrl",
                "owner.id",
                "owner.username",
                "owner.fullName",
                "project.id",
                "project.name");
    }

    @Override
    Dataset blank() {
        return new Dataset("", 0, users.find(me.getId()));
    }

    @Override
    void fill(Dataset dataset, Body body) {
        if (dataset.getId() == null) {
            body.require("name");
            body.require("sizeMb");
        }
        body.text("name", dataset::setName);
        body.text("description", dataset::setDescription);
        body.whole("sizeMb", dataset::setSizeMb);
        body.text("sourceUrl", dataset::setSourceUrl);
        body.record("project", projects::find, dataset::setProject);
    }
}
