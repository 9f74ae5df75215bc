package org.hindcast.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.hindcast.mlmodel.ModelService;
import org.hindcast.mlmodel.ModelVersion;
import org.hindcast.mlmodel.RegisteredModel;
import org.hindcast.prediction.Bucket;
import org.hindcast.prediction.Prediction;
import org.hindcast.prediction.PredictionService;
import org.hindcast.prediction.Scores;

/** One model: its versions, how good they are, what they predicted and what happened. */
@Named
@RequestScoped
public class ModelPage {

    private static final int ROWS = 20;

    @Inject
    private ModelService models;

    @Inject
    private PredictionService predictions;

    private Integer id;
    private int page = 1;
    private RegisteredModel model;
    private List<ModelVersion> versions;
    private List<Prediction> latest;
    private Scores scores;

    public RegisteredModel getModel() {
        if (model == null) {
            model = models.find(id);
        }
        return model;
    }

    public List<ModelVersion> getVersions() {
        if (versions == null) {
            versions = models.versionsOf(getModel());
        }
        return versions;
    }

    /** The one that is looked at: the newest. */
    public ModelVersion getVersion() {
        return getVersions().isEmpty() ? null : getVersions().get(0);
    }

    public Scores getScores() {
        if (scores == null) {
            scores = predictions.scores(getVersion());
        }
        return scores;
    }

    /** A page of predictions, and one more that tells whether another page follows. */
    public List<Prediction> getLatest() {
        if (latest == null) {
            latest = predictions.latest(getVersion(), (page - 1) * ROWS, ROWS + 1);
        }
        return latest.subList(0, Math.min(ROWS, latest.size()));
    }

    public boolean isFollowed() {
        getLatest();
        return latest.size() > ROWS;
    }

    /** Points of the chart, as the chart component reads them. */
    public String getChart() {
        OffsetDateTime from = OffsetDateTime.parse("1900-01-01T00:00Z");
        OffsetDateTime to = OffsetDateTime.parse("2100-01-01T00:00Z");
        List<Bucket> buckets = predictions.buckets(getVersion(), from, to, "35 days");
        return "{\"type\":\"line\",\"data\":{\"datasets\":[{\"data\":" + points(buckets, Bucket::result)
                + "},{\"data\":"
                + points(buckets.stream().filter(b -> b.outcome() != null).toList(), Bucket::outcome) + "}]}}";
    }

    private static String points(List<Bucket> buckets, ToDoubleFunction<Bucket> value) {
        return buckets.stream()
                .map(b -> "[" + b.from().toInstant().toEpochMilli() + "," + value.applyAsDouble(b) + "]")
                .collect(Collectors.joining(",", "[", "]"));
    }

    public Integer getId() {
        return id;
    }

    public void setId(Integer id) {
        this.id = id;
    }

    public int getPage() {
        return page;
    }

    public void setPage(int page) {
        this.page = Math.max(1, Math.min(page, 1_000_000));
    }
}
