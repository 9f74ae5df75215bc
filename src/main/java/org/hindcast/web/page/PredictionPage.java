package org.hindcast.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.OffsetDateTime;
import java.util.List;
import org.hindcast.Refusal;
import org.hindcast.mlmodel.ModelVersion;
import org.hindcast.mlmodel.VersionService;
import org.hindcast.persistence.Times;
import org.hindcast.prediction.Outcome;
import org.hindcast.prediction.Prediction;
import org.hindcast.prediction.PredictionIngest;
import org.hindcast.prediction.PredictionService;
import org.hindcast.prediction.Stored;
import org.hindcast.security.SignedIn;
import org.hindcast.web.component.Asked;
import org.hindcast.web.component.Notes;
import org.hindcast.web.component.Redirect;

/** One prediction: added by hand, or looked at and told what happened. */
@Named
@RequestScoped
public class PredictionPage {

    @Inject
    private VersionService versions;

    @Inject
    private PredictionService predictions;

    @Inject
    private PredictionIngest ingest;

    @Inject
    private SignedIn me;

    @Inject
    private Asked asked;

    @Inject
    private Moments moments;

    @Inject
    private Notes notes;

    private ModelVersion version;
    private Prediction prediction;
    private String at;
    private String input = "";
    private Double result;
    private String key = "";
    private Double outcome;
    private String outcomeAt;

    public void open() {
        me.require("models.read");
        if (isNew()) {
            require();
        } else {
            getPrediction();
        }
    }

    public boolean isNew() {
        return "create".equals(asked.get("do"));
    }

    public ModelVersion getVersion() {
        if (version == null) {
            version = versions.find(asked.number("version"));
        }
        return version;
    }

    public Prediction getPrediction() {
        if (prediction == null) {
            OffsetDateTime when = Range.time(asked.get("at")).orElseThrow(Refusal::missing);
            prediction = predictions.find(getVersion(), when, asked.number("id"));
        }
        return prediction;
    }

    /** Whether the reader may add predictions and outcomes here. */
    public boolean isTheirs() {
        return versions.may("edit", getVersion(), me.actor());
    }

    public void add() {
        require();
        OffsetDateTime when = moments.read("when", at, Times.now());
        Prediction typed = new Prediction(when, input, result, key).with(outcome, outcome == null ? null : Times.now());
        Stored stored = ingest.store(getVersion(), List.of(typed), me.getId());
        if (stored.stored() == 0) {
            throw Refusal.at("key", "prediction.key.known");
        }
        notes.success("prediction.added");
        Redirect.to("model?id=" + getVersion().getModel().getId() + "&version="
                + getVersion().getId());
    }

    public void tell() {
        require();
        Prediction p = getPrediction();
        OffsetDateTime when = moments.read("outcomeAt", outcomeAt, Times.now());
        ingest.outcomes(getVersion(), List.of(new Outcome(null, p.predictedAt(), p.id(), outcome, when)));
        notes.success("prediction.told");
        Redirect.to("prediction?version=" + getVersion().getId() + "&at=" + p.predictedAt() + "&id=" + p.id());
    }

    private void require() {
        if (!isTheirs()) {
            throw new Refusal.Forbidden("models.edit");
        }
    }

    public String getAt() {
        return at == null ? moments.write(Times.now()) : at;
    }

    public void setAt(String at) {
        this.at = at;
    }

    public String getInput() {
        return input;
    }

    public void setInput(String input) {
        this.input = input;
    }

    public Double getResult() {
        return result;
    }

    public void setResult(Double result) {
        this.result = result;
    }

    public String getKey() {
        return key;
    }

    public void setKey(String key) {
        this.key = key;
    }

    public Double getOutcome() {
        return outcome == null && !isNew() ? getPrediction().outcome() : outcome;
    }

    public void setOutcome(Double outcome) {
        this.outcome = outcome;
    }

    public String getOutcomeAt() {
        return outcomeAt == null ? moments.write(Times.now()) : outcomeAt;
    }

    public void setOutcomeAt(String outcomeAt) {
        this.outcomeAt = outcomeAt;
    }
}
