package org.hindcast.web.page;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.MultipartConfig;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.util.Optional;
import org.hindcast.Refusal;
import org.hindcast.mlmodel.ModelVersion;
import org.hindcast.mlmodel.VersionService;
import org.hindcast.persistence.Actor;
import org.hindcast.prediction.PredictionFile;
import org.hindcast.prediction.Upload.Format;
import org.hindcast.web.component.Asked;
import org.hindcast.web.files.FileJob;
import org.hindcast.web.files.FileJobs;
import org.hindcast.web.files.FileServlet;

/** Takes a file of predictions or outcomes of a version. What becomes of it {@link UploadPage} shows. */
@WebServlet("/do/upload")
@MultipartConfig(
        fileSizeThreshold = FileServlet.IN_MEMORY,
        maxFileSize = FileServlet.LARGEST_BODY,
        maxRequestSize = FileServlet.LARGEST_BODY)
public class UploadServlet extends FileServlet<PredictionFile, UploadJobs.Report> {

    private static final long serialVersionUID = 1L;
    private static final long MEGABYTE = 1L << 20;
    private static final long LARGEST = 64;

    @Inject
    private transient Asked asked;

    @Inject
    private transient VersionService versions;

    @Inject
    private transient UploadJobs jobs;

    @Override
    protected FileJobs<PredictionFile, UploadJobs.Report> jobs() {
        return jobs;
    }

    @Override
    protected Actor require(HttpServletRequest request) {
        return UploadPage.require(versions, version(), me());
    }

    @Override
    protected FileJob<PredictionFile, UploadJobs.Report> receive(String name, Part part, HttpServletRequest request)
            throws IOException {
        Optional<Format> format = PredictionFile.format(name);
        if (format.isEmpty()) {
            return jobs.refuse(name, new Refusal("upload.format"), me().actor());
        }
        boolean outcomes = "outcomes".equals(asked.get("kind"));
        ModelVersion version = version();
        return check(new PredictionFile(name, PredictionFile.nameless(), format.get(), outcomes, version), part);
    }

    /** Nothing stays on the disk of a file that can't be looked through. */
    private FileJob<PredictionFile, UploadJobs.Report> check(PredictionFile file, Part part) throws IOException {
        FileJob<PredictionFile, UploadJobs.Report> job = null;
        try (InputStream in = part.getInputStream()) {
            in.transferTo(Channels.newOutputStream(file.content()));
            job = jobs.check(file, me().actor());
        } finally {
            if (job == null) {
                file.content().close();
            }
        }
        return job;
    }

    @Override
    protected long largest() {
        return LARGEST * MEGABYTE;
    }

    @Override
    protected Refusal tooLarge() {
        return new Refusal("upload.large", LARGEST);
    }

    @Override
    protected String page(FileJob<PredictionFile, UploadJobs.Report> job, HttpServletRequest request) {
        String kind = "outcomes".equals(asked.get("kind")) ? "&kind=outcomes" : "";
        return "/upload?version=" + asked.number("version") + kind + "&id=" + job.getId();
    }

    @Override
    protected String progressKey() {
        return "upload.progress";
    }

    private ModelVersion version() {
        return versions.find(asked.number("version"));
    }
}
