package org.hindcast.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.transaction.Transactional;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hindcast.Refusal;
import org.hindcast.mlmodel.Choices;
import org.hindcast.mlmodel.ModelService;
import org.hindcast.mlmodel.ModelVersion;
import org.hindcast.mlmodel.RegisteredModel;
import org.hindcast.mlmodel.Stage;
import org.hindcast.mlmodel.VersionService;
import org.hindcast.prediction.Prediction;
import org.hindcast.prediction.PredictionService;
import org.hindcast.prediction.ScoreService;
import org.hindcast.prediction.Scores;
import org.hindcast.prediction.Series;
import org.hindcast.security.SignedIn;
import org.hindcast.web.component.Address;
import org.hindcast.web.component.Asked;

/** One model: its versions, how good they are, what they predicted and what happened. */
@Named
@RequestScoped
public class ModelPage {

    private static final int ROWS = 20;
    private static final int LISTED = 200;

    @Inject
    private ModelService models;

    @Inject
    private VersionService allVersions;

    @Inject
    private PredictionService predictions;

    @Inject
    private ScoreService judge;

    @Inject
    private SignedIn me;

    @Inject
    private Asked asked;

    private RegisteredModel model;
    private List<ModelVersion> versions;
    private Map<Integer, Scores> scores;
    private List<OffsetDateTime> span;
    private List<Prediction> latest;
    private Choices choices;
    private Boolean theirs;

    /** Reads all that the page shows, within one transaction. */
    @Transactional
    public void open() {
        find();
        getChoices();
        isTheirs();
        if (getVersion() != null) {
            getScores();
        }
        if (isPredicted()) {
            getLatest();
        }
    }

    /** @throws Refusal when there is no such model or version, or the reader may not see it */
    void find() {
        me.require("models.read");
        getModel();
        getVersion();
    }

    /** The one asked for, or the first one of the project asked for. */
    public RegisteredModel getModel() {
        if (model == null) {
            boolean first = !asked.has("id") && asked.has("project");
            Optional<RegisteredModel> one = first ? models.first(asked.number("project")) : Optional.empty();
            model = models.find(one.map(RegisteredModel::getId).orElseGet(() -> asked.number("id")));
        }
        return model;
    }

    /** None for who may not look into versions. */
    public List<ModelVersion> getVersions() {
        if (versions == null) {
            versions = me.can("versions.read") ? allVersions.of(getModel()) : List.of();
        }
        return versions;
    }

    /** The one that is looked at: the one asked for, else the one in production, else the newest; null when there is none. */
    public ModelVersion getVersion() {
        if (asked.has("version")) {
            return getVersions().stream()
                    .filter(v -> v.getId() == asked.number("version"))
                    .findFirst()
                    .orElseThrow(Refusal::missing);
        }
        return getVersions().stream()
                .filter(v -> v.getStage() == Stage.PRODUCTION)
                .findFirst()
                .orElse(getVersions().isEmpty() ? null : getVersions().get(0));
    }

    /** Of every version that has predictions, by its number. */
    public Map<Integer, Scores> getScores() {
        if (scores == null) {
            scores = judge.scores(getVersions());
        }
        return scores;
    }

    public Scores scoresOf(ModelVersion version) {
        return getScores().getOrDefault(version.getId(), Scores.NONE);
    }

    /** Whether no other version has a smaller number there; with one version there is nothing to win. */
    public boolean isBest(ModelVersion version, String measure) {
        Double own = Measure.of(measure, scoresOf(version));
        return own != null
                && getScores().size() > 1
                && getScores().values().stream()
                        .map(s -> Measure.of(measure, s))
                        .allMatch(other -> other == null || Math.abs(own) <= Math.abs(other));
    }

    public boolean isPredicted() {
        return !getSpan().isEmpty();
    }

    /** First and last prediction, empty before the first. */
    public List<OffsetDateTime> getSpan() {
        if (span == null) {
            span = getVersion() == null
                    ? List.of()
                    : predictions.span(getVersion()).orElse(List.of());
        }
        return span;
    }

    public Range getRange() {
        return Range.of(asked.get("range"), asked.get("from"), asked.get("to"), getSpan());
    }

    public List<String> getRanges() {
        return Range.names();
    }

    /** What the charts draw; null where there is nothing yet. */
    Series series() {
        me.require("versions.read");
        Range range = isPredicted() ? getRange() : null;
        return range == null ? null : judge.series(getVersion(), range.from(), range.to(), range.width());
    }

    /** Where the charts' numbers are: asked for by their script, so that the page need not wait for them. */
    public Address getNumbers() {
        String numbers = FacesContext.getCurrentInstance().getExternalContext().getRequestContextPath() + "/do/series";
        return getAddress()
                .at(numbers)
                .without("page")
                .with("version", getVersion().getId());
    }

    /** A page of predictions of the range, and one more that tells whether another page follows. */
    public List<Prediction> getLatest() {
        if (latest == null) {
            int first = (getPage() - 1) * ROWS;
            latest = predictions.between(
                    getVersion(), getRange().start(), getRange().end(), first, ROWS + 1);
        }
        return latest.subList(0, Math.min(ROWS, latest.size()));
    }

    public boolean isFollowed() {
        getLatest();
        return latest.size() > ROWS;
    }

    public int getPage() {
        return asked.page("page");
    }

    /** The address of this page as it stands, to be changed in one thing. */
    public Address getAddress() {
        String here = FacesContext.getCurrentInstance().getExternalContext().getRequestContextPath() + "/model";
        return Address.of(here, asked.all()).with("id", getModel().getId()).without("project");
    }

    /** The projects and the models that may be picked in this one's place. */
    public Choices getChoices() {
        if (choices == null) {
            choices = models.choices(getModel(), LISTED);
        }
        return choices;
    }

    /** The versions that may be picked, by number and name. */
    public List<Map.Entry<Integer, String>> getVersionChoices() {
        return getVersions().stream()
                .map(version -> Map.entry(version.getId(), version.toString()))
                .toList();
    }

    /** Whether the reader may add versions and predictions. */
    public boolean isTheirs() {
        if (theirs == null) {
            theirs = models.may("edit", getModel(), me.actor());
        }
        return theirs;
    }

    /** Whether the reader may also delete it: some may change the models of all, and delete none. */
    public boolean isTheirsToEnd() {
        return models.may("delete", getModel(), me.actor());
    }
}
