package org.hindcast.schema;

import java.time.OffsetDateTime;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.hindcast.persistence.Times;

/** One script of the schema: what it is for, whether and when it was applied, and how long that took. */
public final class Migration {

    private final String version;
    private final String description;
    private final OffsetDateTime appliedAt;
    private final Integer milliseconds;
    private final State state;

    /** Where a script stands. */
    public enum State {
        APPLIED,
        PENDING,
        FAILED,
        /** Applied by another version of the product: newer, or one that had other scripts. */
        UNKNOWN
    }

    Migration(MigrationInfo info) {
        version = info.getVersion() == null ? "" : info.getVersion().getVersion();
        description = info.getDescription();
        appliedAt = Times.of(info.getInstalledOn());
        milliseconds = info.getExecutionTime();
        state = state(info.getState());
    }

    private static State state(MigrationState state) {
        if (state.isFailed()) {
            return State.FAILED;
        } else if (!state.isApplied()) {
            return State.PENDING;
        }
        return state.isResolved() ? State.APPLIED : State.UNKNOWN;
    }

    public String getVersion() {
        return version;
    }

    public String getDescription() {
        return description;
    }

    /** Null while it is pending. */
    public OffsetDateTime getAppliedAt() {
        return appliedAt;
    }

    /** How long it took, null while it is pending. */
    public Integer getMilliseconds() {
        return milliseconds;
    }

    public State getState() {
        return state;
    }
}
