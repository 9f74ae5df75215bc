package org.hindcast.web.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import org.hindcast.persistence.Actor;
import org.hindcast.prediction.FileReport;
import org.hindcast.prediction.PredictionFile;
import org.hindcast.prediction.PredictionFiles;
import org.hindcast.prediction.Stored;
import org.hindcast.web.files.FileJob;
import org.hindcast.web.files.FileJob.Found;
import org.hindcast.web.files.FileJob.Held;
import org.hindcast.web.files.FileJobs;

/** Files of predictions and outcomes. They wait on the disk. */
@ApplicationScoped
public class UploadJobs extends FileJobs<PredictionFile, UploadJobs.Report> {

    private static final long MOST_BYTES = 1L << 30;

    @Inject
    private PredictionFiles files;

    /** Looks through a file and keeps it; it is gone when nobody wants it any more. */
    public FileJob<PredictionFile, Report> check(PredictionFile file, Actor actor) throws IOException {
        FileReport found = files.check(file);
        Held<PredictionFile> held = new Held<>(file, file.content().size(), () -> close(file.content()));
        return keep(file.name(), held, new Found<>(new Report(file, found, null), found.isGood(), found.rows()), actor);
    }

    @Override
    protected long mostBytes() {
        return MOST_BYTES;
    }

    @Override
    protected Report run(FileJob<PredictionFile, Report> job, PredictionFile file, Actor actor) {
        Stored stored = files.store(file, actor, job::reach);
        return new Report(file, job.getReport().found(), stored);
    }

    private static void close(FileChannel file) {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param stored null before it is stored */
    public record Report(PredictionFile file, FileReport found, Stored stored) {}
}
