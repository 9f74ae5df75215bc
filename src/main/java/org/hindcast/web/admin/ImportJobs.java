package org.hindcast.web.admin;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.hindcast.Refusal;
import org.hindcast.log.Trace;
import org.hindcast.persistence.Actor;
import org.hindcast.user.ImportReport;
import org.hindcast.user.UserImportService;
import org.hindcast.user.UserImportService.Upload;

/**
 * Files that wait for a decision and imports that run, on this server only: one for each person, for half an hour, and
 * together no more than {@value #MOST_BYTES} bytes, so that nobody fills the memory by sending files.
 */
@ApplicationScoped
class ImportJobs {

    private static final Logger LOG = System.getLogger(ImportJobs.class.getName());
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Duration KEPT = Duration.ofMinutes(30);
    private static final int MOST_BYTES = 40 << 20;

    @Resource
    private ManagedExecutorService executor;

    @Inject
    private UserImportService imports;

    private final Map<String, ImportJob> jobs = new LinkedHashMap<>();

    /** Reads a file and keeps what came of it. */
    ImportJob check(Upload upload, Actor actor) {
        try {
            ImportReport report = imports.check(upload.bytes(), upload.headings(), actor);
            return keep(new ImportJob(random(), actor.id(), upload, report));
        } catch (Refusal refusal) {
            return refuse(upload.name(), refusal, actor);
        }
    }

    /** Keeps why a file was not read. */
    ImportJob refuse(String name, Refusal refusal, Actor actor) {
        return keep(new ImportJob(random(), actor.id(), name, refusal));
    }

    /** The job, when it is still kept and this person's. */
    synchronized Optional<ImportJob> find(String id, Integer user) {
        return Optional.ofNullable(jobs.get(id)).filter(job -> job.isOf(user));
    }

    /** Begins the import beside this request; nothing happens when it has begun already. @throws Refusal while another one runs */
    void start(ImportJob job, Actor actor) {
        synchronized (this) {
            boolean busy = jobs.values().stream().anyMatch(j -> j != job && j.getState() == ImportJob.State.RUNNING);
            if (busy) {
                throw new Refusal("import.busy");
            }
            if (!job.start()) {
                return;
            }
        }
        Trace trace = Trace.current().orElse(null);
        executor.execute(() -> run(job, actor, trace));
    }

    private void run(ImportJob job, Actor actor, Trace trace) {
        if (trace != null) {
            Trace.begin(trace);
        }
        try {
            imports.run(job.upload(), actor, job::reach);
            job.succeed();
        } catch (CancellationException e) {
            job.stop(new Refusal("import.cancelled"));
        } catch (Refusal refusal) {
            job.stop(refusal);
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "The import of users failed.", e);
            job.stop(new Refusal("import.failed", trace == null ? "" : trace.request()));
        } finally {
            Trace.end();
        }
    }

    private synchronized ImportJob keep(ImportJob job) {
        jobs.values().removeIf(old -> old.isOlderThan(KEPT));
        jobs.values().removeIf(old -> old.isOf(job.owner()) && old.getState() != ImportJob.State.RUNNING);
        long bytes = job.weight()
                + jobs.values().stream().mapToLong(ImportJob::weight).sum();
        Iterator<ImportJob> oldest = jobs.values().iterator();
        while (bytes > MOST_BYTES && oldest.hasNext()) {
            ImportJob old = oldest.next();
            if (old.getState() != ImportJob.State.RUNNING) {
                bytes -= old.weight();
                oldest.remove();
            }
        }
        jobs.put(job.getId(), job);
        return job;
    }

    private static String random() {
        byte[] bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
