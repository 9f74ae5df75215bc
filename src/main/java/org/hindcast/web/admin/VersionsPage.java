package org.hindcast.web.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import org.hindcast.mlmodel.ModelService;
import org.hindcast.mlmodel.ModelVersion;
import org.hindcast.mlmodel.Stage;
import org.hindcast.mlmodel.VersionService;
import org.hindcast.project.OwnedService;
import org.hindcast.web.component.Column;

/** All versions of all models. */
@Named("adminVersions")
@RequestScoped
public class VersionsPage extends OwnedPage<ModelVersion> {

    private static final List<String> STAGES =
            Arrays.stream(Stage.values()).map(Stage::toString).toList();

    @Inject
    private VersionService versions;

    @Inject
    private ModelService models;

    private String model;
    private String dataset;
    private String stage;

    @Override
    protected OwnedService<ModelVersion> service() {
        return versions;
    }

    @Override
    protected List<Column> columns() {
        return List.of(
                column("model.name"),
                column("number"),
                column("label"),
                column("stage").choice(STAGES),
                column("accuracy"),
                column("dataset.name"),
                column("createdBy.fullName"),
                column("createdAt"));
    }

    @Override
    protected ModelVersion fresh() {
        return new ModelVersion(
                asked.has("model") && asked.get("model").matches("\\d+") ? models.find(asked.number("model")) : null,
                myself());
    }

    @Override
    protected void complete(ModelVersion version) {
        if ("create".equals(getMode()) && model != null) {
            version.setModel(picks().model("modelName", model));
        }
        version.setDataset(dataset == null ? version.getDataset() : picks().dataset("dataset", dataset));
        Stage chosen = Stage.of(stage);
        if (stage != null && chosen != version.getStage()) {
            version.moveTo(chosen, myself());
        }
    }

    @Override
    public String getTitle() {
        return getRecord().getModel() == null ? "" : getRecord().getModel().getName() + " " + getRecord();
    }

    @Override
    public String getIcon() {
        return "compare";
    }

    @Override
    public int getRank() {
        return 60;
    }

    public List<String> getStages() {
        return STAGES;
    }

    public String getStage() {
        return stage == null ? getRecord().getStage().toString() : stage;
    }

    public void setStage(String stage) {
        this.stage = stage;
    }

    public String getModelName() {
        return model == null ? picks().text(getRecord().getModel()) : model;
    }

    public void setModelName(String model) {
        this.model = model;
    }

    public String getDataset() {
        return dataset == null ? picks().text(getRecord().getDataset()) : dataset;
    }

    public void setDataset(String dataset) {
        this.dataset = dataset;
    }
}
