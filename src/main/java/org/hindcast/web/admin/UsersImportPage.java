package org.hindcast.web.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.hindcast.Refusal;
import org.hindcast.security.SignedIn;
import org.hindcast.user.ImportError;
import org.hindcast.user.ImportReport;
import org.hindcast.user.PeopleFile;
import org.hindcast.user.UserImportService.Upload;
import org.hindcast.web.component.Asked;
import org.hindcast.web.component.Words;
import org.hindcast.web.files.FileJob;

/** Where a file of people is chosen, looked through and imported. What is done there {@link UsersImportServlet} does. */
@Named
@RequestScoped
public class UsersImportPage {

    private static final int SHOWN_COLUMNS = 10;

    @Inject
    private SignedIn me;

    @Inject
    private Asked asked;

    @Inject
    private PeopleFiles files;

    private FileJob<Upload, ImportReport> job;

    public void open() {
        me.require("users.import");
        job = files.find(asked.get("id"), me.getId()).orElse(null);
    }

    /** The file that was sent, null before. */
    public FileJob<Upload, ImportReport> getJob() {
        return job;
    }

    /** {@code choose}, {@code refused}, {@code wrong}, {@code good}, {@code running}, {@code done} or {@code stopped}. */
    public String getStep() {
        return job == null ? "choose" : job.getStep();
    }

    /** Whether a file is asked for that is not kept any more. */
    public boolean isGone() {
        return job == null && asked.has("id");
    }

    /** Why it can not be imported, null when it can. */
    public String getReason() {
        Refusal refusal = job == null ? null : job.getRefusal();
        return refusal == null ? null : say(refusal.key(), refusal.arguments());
    }

    public List<ImportError> getErrors() {
        return job.getReport().errors();
    }

    public int getShown() {
        return ImportReport.SHOWN;
    }

    /** What is wrong with a line. */
    public String text(ImportError error) {
        return say(error.key(), error.arguments());
    }

    /** The headings that mean nothing here, the first of them. */
    public String getIgnored() {
        return String.join(
                ", ", job.getReport().ignored().stream().limit(SHOWN_COLUMNS).toList());
    }

    public String getColumns() {
        return String.join(",", PeopleFile.COLUMNS);
    }

    private static String say(String key, List<Object> arguments) {
        return Words.of(FacesContext.getCurrentInstance()).get(key, arguments);
    }
}
