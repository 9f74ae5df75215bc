package org.hindcast.bench;

import java.sql.SQLException;
import java.time.Duration;
import org.hindcast.support.LocalDatabase;

/** What the server and the database have worked so far: processor time says more than the clock when others use this machine, too. */
final class Processes {

    private final ProcessHandle server;
    private final LocalDatabase database;

    Processes(long server, LocalDatabase database) {
        this.server = ProcessHandle.of(server).orElseThrow();
        this.database = database;
    }

    /** Milliseconds of processor time that the server has used. */
    long server() {
        return millis(server);
    }

    /** Milliseconds of processor time that the database's processes have used; one that ended takes its own along. */
    long database() throws SQLException {
        return database.processes().stream().mapToLong(Processes::millis).sum();
    }

    private static long millis(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis();
    }
}
