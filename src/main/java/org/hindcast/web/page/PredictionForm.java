package org.hindcast.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.hindcast.Refusal;
import org.hindcast.mlmodel.ModelVersion;
import org.hindcast.persistence.Times;
import org.hindcast.prediction.Outcome;
import org.hindcast.prediction.Prediction;
import org.hindcast.prediction.PredictionIngest;
import org.hindcast.prediction.Stored;
import org.hindcast.security.SignedIn;
import org.hindcast.web.component.Notes;
import org.hindcast.web.component.Once;
import org.hindcast.web.component.Redirect;
import org.hindcast.web.reader.Moments;

/** What somebody types about one prediction: the prediction itself, or what happened. */
@Named
@RequestScoped
public class PredictionForm {

    @Inject
    private PredictionPage page;

    @Inject
    private PredictionIngest ingest;

    @Inject
    private SignedIn me;

    @Inject
    private Moments moments;

    @Inject
    private Notes notes;

    @Inject
    private Once once;

    private String at;
    private String input = "";
    private Double result;
    private String key = "";
    private Double outcome;
    private String outcomeAt;

    public void add() {
        page.require();
        require("result", result);
        once.run(this::store);
    }

    private void store() {
        ModelVersion version = page.getVersion();
        OffsetDateTime when = moments.read("when", at, Times.now());
        Prediction typed = new Prediction(when, input, result, key).with(outcome, outcome == null ? null : Times.now());
        Stored stored = ingest.store(version, List.of(typed), me.actor());
        if (stored.stored() == 0) {
            throw Refusal.at("key", "prediction.key.known");
        }
        notes.success("prediction.added");
        page.back();
    }

    public void tell() {
        page.require();
        require("outcome", outcome);
        ModelVersion version = page.getVersion();
        Prediction p = page.getPrediction();
        OffsetDateTime shown = p.outcomeAt();
        OffsetDateTime typed = moments.read("outcomeAt", outcomeAt, null);
        boolean same = shown != null
                && typed != null
                && typed.isEqual(shown.truncatedTo(ChronoUnit.MINUTES)); // a field shows no seconds
        OffsetDateTime when = same ? shown : typed;
        Stored told = ingest.outcomes(version, List.of(new Outcome(null, p.predictedAt(), p.id(), outcome, when)));
        if (!told.missing().isEmpty()) {
            throw Refusal.missing();
        }
        notes.success("prediction.told");
        Redirect.to("prediction?version=" + version.getId() + "&at=" + p.predictedAt() + "&id=" + p.id());
    }

    /** Of a field that was not sent at all, Faces says nothing. */
    private static void require(String field, Double value) {
        if (value == null) {
            throw Refusal.at(field, "number.missing");
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
        return outcome == null && !page.isNew() ? page.getPrediction().outcome() : outcome;
    }

    public void setOutcome(Double outcome) {
        this.outcome = outcome;
    }

    public String getOutcomeAt() {
        OffsetDateTime known = page.isNew() ? null : page.getPrediction().outcomeAt();
        return outcomeAt == null ? moments.write(known == null ? Times.now() : known) : outcomeAt;
    }

    public void setOutcomeAt(String outcomeAt) {
        this.outcomeAt = outcomeAt;
    }
}
