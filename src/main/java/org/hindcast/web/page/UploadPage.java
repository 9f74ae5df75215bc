package org.hindcast.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.hindcast.Refusal;
import org.hindcast.mlmodel.ModelVersion;
import org.hindcast.mlmodel.VersionService;
import org.hindcast.persistence.Actor;
import org.hindcast.prediction.BadRow;
import org.hindcast.prediction.PredictionFile;
import org.hindcast.prediction.PredictionFiles;
import org.hindcast.security.SignedIn;
import org.hindcast.web.component.Asked;
import org.hindcast.web.component.Words;
import org.hindcast.web.files.FileJob;

/** Where a file about a version is chosen, looked through and imported. What is done there {@link UploadServlet} does. */
@Named
@RequestScoped
public class UploadPage {

    @Inject
    private SignedIn me;

    @Inject
    private Asked asked;

    @Inject
    private VersionService versions;

    @Inject
    private UploadJobs jobs;

    private ModelVersion version;
    private FileJob<PredictionFile, UploadJobs.Report> job;

    public void open() {
        require(versions, getVersion(), me);
        job = jobs.find(asked.get("id"), me.getId()).orElse(null);
    }

    /** Who may change a version may tell what it predicted. @throws Refusal.Forbidden when the reader may not */
    static Actor require(VersionService versions, ModelVersion version, SignedIn me) {
        if (!versions.may("edit", version, me.actor())) {
            throw new Refusal.Forbidden("versions.edit");
        }
        return me.actor();
    }

    public ModelVersion getVersion() {
        if (version == null) {
            version = versions.find(asked.number("version"));
        }
        return version;
    }

    /** The file that was sent, null before. */
    public FileJob<PredictionFile, UploadJobs.Report> getJob() {
        return job;
    }

    /** {@code choose}, or where the job is. */
    public String getStep() {
        return job == null ? "choose" : job.getStep();
    }

    /** {@code predictions} or {@code outcomes}. */
    public String getKind() {
        return "outcomes".equals(asked.get("kind")) ? "outcomes" : "predictions";
    }

    /** As {@link org.hindcast.prediction.Upload} reads them. */
    public String getPredictionFields() {
        return "predictedAt,input,result,key,outcome,outcomeAt";
    }

    public String getOutcomeFields() {
        return "key,outcome,outcomeAt";
    }

    /** Whether a file is asked for that is not kept any more. */
    public boolean isGone() {
        return job == null && asked.has("id");
    }

    /** Why it can not be imported, null when it can. */
    public String getReason() {
        return job == null || job.getRefusal() == null ? null : say(job.getRefusal());
    }

    public List<BadRow> getErrors() {
        return job.getReport().found().errors();
    }

    public int getShown() {
        return PredictionFiles.SHOWN;
    }

    /** Which field of the line is wrong, empty when it is the whole line. */
    public String field(BadRow error) {
        String pointer = error.pointer();
        String field = pointer.substring(pointer.lastIndexOf('/') + 1);
        return field.matches("\\d*") ? "" : field;
    }

    /** What a line or a file does wrong. */
    public String say(Refusal refusal) {
        return Words.of(FacesContext.getCurrentInstance()).get(refusal.key(), refusal.arguments());
    }
}
