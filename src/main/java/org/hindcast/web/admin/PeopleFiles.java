package org.hindcast.web.admin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.hindcast.Refusal;
import org.hindcast.persistence.Actor;
import org.hindcast.user.ImportReport;
import org.hindcast.user.UserImportService;
import org.hindcast.user.UserImportService.Upload;
import org.hindcast.web.files.FileJob;
import org.hindcast.web.files.FileJob.Found;
import org.hindcast.web.files.FileJob.Held;
import org.hindcast.web.files.FileJobs;

/** Files of people. */
@ApplicationScoped
public class PeopleFiles extends FileJobs<Upload, ImportReport> {

    private static final long MOST_BYTES = 40L << 20;

    @Inject
    private UserImportService imports;

    /** Reads a file and keeps what came of it. */
    public FileJob<Upload, ImportReport> check(Upload upload, Actor actor) {
        try {
            ImportReport report = imports.check(upload.bytes(), upload.headings(), actor);
            Held<Upload> held = new Held<>(upload, upload.bytes().length, () -> {});
            return keep(upload.name(), held, new Found<>(report, report.isGood(), report.people()), actor);
        } catch (Refusal refusal) {
            return refuse(upload.name(), refusal, actor);
        }
    }

    @Override
    protected long mostBytes() {
        return MOST_BYTES;
    }

    @Override
    protected ImportReport run(FileJob<Upload, ImportReport> job, Upload upload, Actor actor) {
        imports.run(upload, actor, job::reach);
        return job.getReport();
    }
}
