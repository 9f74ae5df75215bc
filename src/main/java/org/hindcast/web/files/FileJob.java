package org.hindcast.web.files;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CancellationException;
import org.hindcast.Refusal;

/**
 * One file on its way in: sent, checked, imported or given up. Only its owner sees it.
 *
 * @param <C> what it holds
 * @param <R> what was found in it, and later what became of it
 */
public final class FileJob<C, R> {

    /** How far it is. */
    public enum State {
        /** It is no such file at all. */
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
    private final Found<R> found;
    private final Instant sentAt = Instant.now();
    private R report;
    private Held<C> held;
    private State state;
    private Refusal refusal;
    private Instant startedAt;
    private Duration took;
    private long done;
    private boolean cancelled;

    /** A file that can be read. */
    FileJob(String id, Integer owner, String name, Held<C> held, Found<R> found) {
        this.id = id;
        this.owner = owner;
        this.name = name;
        this.held = held;
        this.found = found;
        this.report = found.report();
        this.state = State.CHECKED;
    }

    /** A file that can not be read. */
    FileJob(String id, Integer owner, String name, Refusal refusal) {
        this.id = id;
        this.owner = owner;
        this.name = name;
        this.found = null;
        this.refusal = refusal;
        this.state = State.REFUSED;
    }

    /** Says that it runs from now on; false when it may not run, or not once more. */
    synchronized boolean start() {
        boolean may = state == State.CHECKED && found.good();
        if (may) {
            state = State.RUNNING;
            startedAt = Instant.now();
        }
        return may;
    }

    /** Notes how many rows are stored. @throws CancellationException when the owner wants it to stop */
    public synchronized void reach(long rows) {
        if (cancelled) {
            throw new CancellationException();
        }
        done = rows;
    }

    /** Asks it to stop; what is committed already stays. */
    synchronized void cancel() {
        cancelled = true;
    }

    /** Whether its owner wants it to stop; it may take a while until it does. */
    public synchronized boolean isCancelled() {
        return cancelled;
    }

    /** @param became what became of it */
    synchronized void succeed(R became) {
        report = became;
        end(State.DONE, null);
    }

    /** @param reason that a person can act on */
    synchronized void stop(Refusal reason) {
        end(State.STOPPED, reason);
    }

    /** Lets go of what it holds. */
    synchronized void drop() {
        if (held != null) {
            held.drop().run();
            held = null;
        }
    }

    private void end(State last, Refusal reason) {
        state = last;
        refusal = reason;
        took = Duration.between(startedAt, Instant.now());
        drop();
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
    synchronized long weight() {
        return held == null ? 0 : held.bytes();
    }

    synchronized C content() {
        return held.content();
    }

    public String getId() {
        return id;
    }

    /** Of the file. */
    public String getName() {
        return name;
    }

    /** What was found in the file, or what became of it; null when it could not be read. */
    public synchronized R getReport() {
        return report;
    }

    /** {@code refused}, {@code wrong}, {@code good}, {@code running}, {@code done} or {@code stopped}. */
    public synchronized String getStep() {
        return switch (state) {
            case REFUSED -> "refused";
            case CHECKED -> found.good() ? "good" : "wrong";
            case RUNNING -> "running";
            case DONE -> "done";
            case STOPPED -> "stopped";
        };
    }

    public synchronized State getState() {
        return state;
    }

    /** Why nothing was stored, null when nothing stands against it. */
    public synchronized Refusal getRefusal() {
        return refusal;
    }

    public synchronized long getDone() {
        return done;
    }

    /** Rows in the file that are in order. */
    public long getRows() {
        return found == null ? 0 : found.rows();
    }

    /** How far it is, 0 to 100. */
    public synchronized int getPercent() {
        return state == State.DONE || getRows() == 0 ? 100 : (int) (100 * done / getRows());
    }

    /** Seconds that it took, rounded up. */
    public synchronized long getSeconds() {
        return took == null ? 0 : took.plusMillis(999).toSeconds();
    }

    /**
     * What is kept until it is decided.
     *
     * @param bytes that it takes
     * @param drop frees them
     */
    public record Held<C>(C content, long bytes, Runnable drop) {}

    /**
     * What a look through the file found.
     *
     * @param good whether every row may be imported
     * @param rows that are in order
     */
    public record Found<R>(R report, boolean good, long rows) {}
}
