package org.hindcast.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.OffsetDateTime;
import org.hindcast.Refusal;
import org.hindcast.mlmodel.ModelVersion;
import org.hindcast.mlmodel.VersionService;
import org.hindcast.prediction.Prediction;
import org.hindcast.prediction.PredictionService;
import org.hindcast.prediction.Producer;
import org.hindcast.security.SignedIn;
import org.hindcast.web.component.Asked;
import org.hindcast.web.component.Notes;
import org.hindcast.web.component.Redirect;
import org.hindcast.web.component.Words;
import org.hindcast.web.reader.Frame;

/** One prediction: about to be added by hand, looked at, or about to go. */
@Named
@RequestScoped
public class PredictionPage {

    @Inject
    private VersionService versions;

    @Inject
    private PredictionService predictions;

    @Inject
    private SignedIn me;

    @Inject
    private Asked asked;

    @Inject
    private Frame frame;

    @Inject
    private Notes notes;

    private ModelVersion version;
    private Prediction prediction;

    public void open() {
        me.require("versions.read");
        if (isNew()) {
            require();
        } else {
            getPrediction();
        }
        if (isLeaving()) {
            requireEnd();
        }
    }

    public boolean isNew() {
        return "create".equals(asked.get("do"));
    }

    /** Whether the page asks if the prediction shall go. */
    public boolean isLeaving() {
        return "delete".equals(asked.get("do"));
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

    public String getProducer() {
        return name(getPrediction().producer(), Words.in(frame.getLocale()));
    }

    /** Who told a prediction, and with which token; null when nobody did. */
    static String name(Producer by, Words words) {
        if (by == null) {
            return null;
        }
        return by.token() == null ? by.fullName() : words.get("prediction.producedBy.token", by.fullName(), by.token());
    }

    /** Whether the reader may add predictions and outcomes here. */
    public boolean isTheirs() {
        return versions.may("edit", getVersion(), me.actor());
    }

    /** Whether the reader may take predictions away: whoever may end the version. */
    public boolean isTheirsToEnd() {
        return versions.may("delete", getVersion(), me.actor());
    }

    public void remove() {
        requireEnd();
        predictions.remove(getVersion(), getPrediction(), me.actor());
        notes.success("prediction.removed");
        back();
    }

    /** To the model's page, where the version's predictions stand. */
    void back() {
        Redirect.to("model?id=" + getVersion().getModel().getId() + "&version="
                + getVersion().getId());
    }

    private void requireEnd() {
        if (!isTheirsToEnd()) {
            throw new Refusal.Forbidden("versions.delete");
        }
    }

    /** @throws Refusal.Forbidden when the reader may add nothing */
    void require() {
        if (!isTheirs()) {
            throw new Refusal.Forbidden("versions.edit");
        }
    }
}
