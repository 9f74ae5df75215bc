package org.hindcast.web.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.hindcast.dataset.Dataset;
import org.hindcast.dataset.DatasetService;
import org.hindcast.project.OwnedService;
import org.hindcast.web.component.Column;

/** All datasets. */
@Named("adminDatasets")
@RequestScoped
public class DatasetsPage extends OwnedPage<Dataset> {

    @Inject
    private DatasetService datasets;

    @Override
    protected OwnedService<Dataset> service() {
        return datasets;
    }

    @Override
    protected List<Column> columns() {
        return List.of(
                column("name"),
                column("sizeMb"),
                column("owner.fullName"),
                column("project.name"),
                column("createdAt"),
                column("owner.username").hidden(),
                column("sourceUrl").hidden());
    }

    @Override
    protected Dataset fresh() {
        return new Dataset("", 0, myself());
    }

    @Override
    protected void complete(Dataset dataset) {
        dataset.setOwner(chosenOwner());
        dataset.setProject(chosenProject());
    }

    @Override
    public int getRank() {
        return 40;
    }
}
