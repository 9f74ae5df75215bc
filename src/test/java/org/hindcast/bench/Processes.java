package org.hindcast.bench;

import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.hindcast.support.LocalDatabase;

/** What the server and the database have worked so far: processor time says more than the clock when others use this machine, too. */
final class Processes {

    private final ProcessHandle server;
    private final LocalDatabase database;
    private final Map<Long, Long> seen = new HashMap<>();

    Processes(long server, LocalDatabase database) {
        this.server = ProcessHandle.of(server).orElseThrow();
        this.database = database;
    }

    /** Milliseconds of processor time that the server has used. */
    long server() {
        return millis(server);
    }

    /** Milliseconds of processor time that the database's processes have used; of one that ended, what it had when last seen. */
    long database() throws SQLException {
        database.processes().forEach(process -> seen.merge(process.pid(), millis(process), Math::max));
        return seen.values().stream().mapToLong(Long::longValue).sum();
    }

    private static long millis(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis();
    }
}
