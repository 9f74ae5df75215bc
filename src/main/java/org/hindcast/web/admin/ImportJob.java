package org.hindcast.web.admin;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CancellationException;
import org.hindcast.Refusal;
import org.hindcast.user.ImportReport;
import org.hindcast.user.UserImportService.Upload;

/** One file of people on its way in: sent, checked, imported or given up. Only its owner sees it. */
public final class ImportJob {

    /** How far it is. */
    public enum State {
        /** It is no file of people at all. */
        REFUSED,
        /** Read to the end; whether it may be imported the report tells. */
        CHECKED,
        RUNNING,
        DONE,
        /** Its owner stopped it, or it could not be done: nothing was stored. */
        STOPPED
    }

    private final String id;
    private final Integer owner;
    private final String name;
    private final ImportReport report;
    private final Instant sentAt = Instant.now();
    private Upload upload;
    private State state;
    private Refusal refusal;
    private Instant startedAt;
    private Duration took;
    private int done;
    private boolean cancelled;

    /** A file that can be read. */
    ImportJob(String id, Integer owner, Upload upload, ImportReport report) {
        this.id = id;
        this.owner = owner;
        this.name = upload.name();
        this.report = report;
        this.upload = upload;
        this.state = State.CHECKED;
    }

    /** A file that can not be read. */
    ImportJob(String id, Integer owner, String name, Refusal refusal) {
        this.id = id;
        this.owner = owner;
        this.name = name;
        this.report = null;
        this.refusal = refusal;
        this.state = State.REFUSED;
    }

    /** Says that it runs from now on; false when it may not run, or not once more. */
    synchronized boolean start() {
        boolean may = state == State.CHECKED && report.isGood();
        if (may) {
            state = State.RUNNING;
            startedAt = Instant.now();
        }
        return may;
    }

    /** Notes how many are stored. @throws CancellationException when the owner wants it to stop */
    synchronized void reach(int people) {
        if (cancelled) {
            throw new CancellationException();
        }
        done = people;
    }

    /** Asks it to stop; what is committed already stays. */
    synchronized void cancel() {
        cancelled = true;
    }

    synchronized void succeed() {
        end(State.DONE, null);
    }

    /** @param reason that a person can act on */
    synchronized void stop(Refusal reason) {
        end(State.STOPPED, reason);
    }

    private void end(State last, Refusal reason) {
        state = last;
        refusal = reason;
        took = Duration.between(startedAt, Instant.now());
        upload = null;
    }

    Integer owner() {
        return owner;
    }

    boolean isOf(Integer user) {
        return owner.equals(user);
    }

    synchronized boolean isOlderThan(Duration age) {
        return state != State.RUNNING && sentAt.isBefore(Instant.now().minus(age));
    }

    /** Bytes that it keeps. */
    synchronized int weight() {
        return upload == null ? 0 : upload.bytes().length;
    }

    synchronized Upload upload() {
        return upload;
    }

    public String getId() {
        return id;
    }

    /** Of the file. */
    public String getName() {
        return name;
    }

    public ImportReport getReport() {
        return report;
    }

    public synchronized State getState() {
        return state;
    }

    /** Why nothing was stored, null when nothing stands against it. */
    public synchronized Refusal getRefusal() {
        return refusal;
    }

    public synchronized int getDone() {
        return done;
    }

    /** How far it is, 0 to 100. */
    public synchronized int getPercent() {
        return state == State.DONE || report == null || report.people() == 0
                ? 100
                : (int) (100L * done / report.people());
    }

    /** Seconds that it took, rounded up. */
    public synchronized long getSeconds() {
        return took == null ? 0 : took.plusMillis(999).toSeconds();
    }
}
