package org.hindcast.web.files;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Predicate;
import org.hindcast.Refusal;
import org.hindcast.log.Trace;
import org.hindcast.persistence.Actor;

/**
 * Files of one kind that wait for a decision and imports that run, on this server only: one for each person, for half an hour,
 * and together no more than so many bytes, so that nobody fills the machine by sending files.
 */
public abstract class FileJobs<C, R> {

    private static final Logger LOG = System.getLogger(FileJobs.class.getName());
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Duration KEPT = Duration.ofMinutes(30);

    @Resource
    private ManagedExecutorService executor;

    private final Map<String, FileJob<C, R>> jobs = new LinkedHashMap<>();

    /** Bytes that all of them together may keep. */
    protected abstract long mostBytes();

    /** Stores what the file holds, all or nothing, telling the job how far it is. @return what became of it */
    protected abstract R run(FileJob<C, R> job, C content, Actor actor);

    /** Keeps a file that was looked through. */
    protected FileJob<C, R> keep(String name, FileJob.Held<C> held, FileJob.Found<R> found, Actor actor) {
        return keep(new FileJob<>(random(), actor.id(), name, held, found));
    }

    /** Keeps why a file was not read. */
    public FileJob<C, R> refuse(String name, Refusal refusal, Actor actor) {
        return keep(new FileJob<>(random(), actor.id(), name, refusal));
    }

    /** The job, when it is still kept and this person's. */
    public synchronized Optional<FileJob<C, R>> find(String id, Integer user) {
        return Optional.ofNullable(jobs.get(id)).filter(job -> job.isOf(user));
    }

    /** Begins the import beside this request; nothing happens when it has begun already. @throws Refusal while another one runs */
    public void start(FileJob<C, R> job, Actor actor) {
        synchronized (this) {
            boolean busy = jobs.values().stream().anyMatch(j -> j != job && j.getState() == FileJob.State.RUNNING);
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

    /** A server that stops keeps no files. */
    @PreDestroy
    public synchronized void forget() {
        jobs.values().forEach(FileJob::drop);
        jobs.clear();
    }

    private void run(FileJob<C, R> job, Actor actor, Trace trace) {
        if (trace != null) {
            Trace.begin(trace);
        }
        try {
            job.succeed(run(job, job.content(), actor));
        } catch (CancellationException e) {
            job.stop(new Refusal("import.cancelled"));
        } catch (Refusal refusal) {
            job.stop(refusal);
        } catch (RuntimeException | Error e) { // whatever it is, or nobody could import any more
            LOG.log(Level.ERROR, "An import failed.", e);
            job.stop(new Refusal("import.failed", trace == null ? "" : trace.request()));
        } finally {
            Trace.end();
        }
    }

    private synchronized FileJob<C, R> keep(FileJob<C, R> job) {
        drop(old -> old.isOlderThan(KEPT) || old.isOf(job.owner()));
        long bytes =
                job.weight() + jobs.values().stream().mapToLong(FileJob::weight).sum();
        for (FileJob<C, R> oldest : List.copyOf(jobs.values())) {
            if (bytes > mostBytes() && oldest.getState() != FileJob.State.RUNNING) {
                bytes -= oldest.weight();
                drop(old -> old == oldest);
            }
        }
        jobs.put(job.getId(), job);
        return job;
    }

    /** None that runs. */
    private void drop(Predicate<FileJob<C, R>> which) {
        jobs.values().removeIf(job -> {
            boolean goes = job.getState() != FileJob.State.RUNNING && which.test(job);
            if (goes) {
                job.drop();
            }
            return goes;
        });
    }

    private static String random() {
        byte[] bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
