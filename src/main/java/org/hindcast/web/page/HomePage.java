package org.hindcast.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hindcast.audit.AuditEntry;
import org.hindcast.audit.AuditService;
import org.hindcast.mlmodel.ModelService;
import org.hindcast.mlmodel.RegisteredModel;
import org.hindcast.prediction.Prediction;
import org.hindcast.prediction.PredictionService;
import org.hindcast.project.ProjectService;
import org.hindcast.security.SignedIn;

/** Where people arrive: their projects, the newest models, what these predicted last, and what changed. */
@Named
@RequestScoped
public class HomePage {

    private static final int FEW = 6;
    private static final int ROWS = 3;
    private static final int CHANGES = 8;
    private static final Map<String, String> PATHS =
            Map.of("projects", "/project", "datasets", "/dataset", "models", "/model", "versions", "/versions");

    @Inject
    private SignedIn me;

    @Inject
    private ProjectService projects;

    @Inject
    private ModelService models;

    @Inject
    private PredictionService predictions;

    @Inject
    private AuditService audit;

    private List<ProjectService.Mine> mine;
    private Map<Integer, Long> modelCounts;
    private List<RegisteredModel> latest;
    private Map<Integer, List<Prediction>> latestPredictions;
    private List<AuditEntry> changes;

    /** The projects on which the reader works. */
    public List<ProjectService.Mine> getMine() {
        if (mine == null) {
            mine = projects.of(me.getId(), FEW);
        }
        return mine;
    }

    public long modelsIn(Integer project) {
        if (modelCounts == null) {
            modelCounts = models.counts(
                    getMine().stream().map(ProjectService.Mine::id).toList());
        }
        return modelCounts.getOrDefault(project, 0L);
    }

    /** None for who may not look into models. */
    public List<RegisteredModel> getLatest() {
        if (latest == null) {
            latest = me.can("models.read") ? models.latest(FEW) : List.of();
        }
        return latest;
    }

    /** What the model's latest version predicted last; nothing for who may not look into versions. */
    public List<Prediction> predictionsOf(RegisteredModel model) {
        if (!me.can("versions.read")) {
            return List.of();
        }
        if (latestPredictions == null) {
            latestPredictions = predictions.latestOf(
                    getLatest().stream()
                            .map(RegisteredModel::getLatest)
                            .filter(Objects::nonNull)
                            .toList(),
                    ROWS);
        }
        return model.getLatest() == null
                ? List.of()
                : latestPredictions.getOrDefault(model.getLatest().getId(), List.of());
    }

    /** What was done last in the rooms that the reader may look into. */
    public List<AuditEntry> getChanges() {
        if (changes == null) {
            List<String> rooms = PATHS.keySet().stream()
                    .filter(room -> me.can(room + ".read"))
                    .toList();
            changes = audit.latest(rooms, CHANGES);
        }
        return changes;
    }

    /** Where the changed record lies. */
    public String pathOf(AuditEntry change) {
        return PATHS.get(change.getRoom()) + "?id=" + change.getObject();
    }
}
