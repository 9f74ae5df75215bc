package org.hindcast.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.hindcast.support.LocalDatabase;
import org.postgresql.PGConnection;

/** PostgreSQL's own way of loading rows, beside which ingest is measured: psql's {@code \copy}, or the driver's where no psql is. */
final class Copy {

    private final String database;
    private final String tool = installed() ? "psql \\copy" : "the driver's COPY, for want of psql,";

    Copy(String database) {
        this.database = database;
    }

    /** What copies here. */
    String tool() {
        return tool;
    }

    /** Seconds that it takes. @param file of comma separated values; @param columns that it holds */
    double seconds(Path file, String columns) throws IOException, InterruptedException, SQLException {
        String target = "predictions (" + columns + ") from ";
        long begin = System.nanoTime();
        if (installed()) {
            psql("\\copy " + target + "'" + file + "' csv");
        } else {
            driver("copy " + target + "stdin csv", file);
        }
        return (System.nanoTime() - begin) / 1e9;
    }

    private void psql(String command) throws IOException, InterruptedException {
        String address =
                database.replaceFirst("^jdbc:", "") + "?user=" + LocalDatabase.NAME + "&password=" + LocalDatabase.NAME;
        Process psql = new ProcessBuilder("psql", "-q", address, "-c", command)
                .inheritIO()
                .start();
        if (psql.waitFor() != 0) {
            throw new IllegalStateException("psql failed");
        }
    }

    private void driver(String command, Path file) throws IOException, SQLException {
        try (Connection connection = DriverManager.getConnection(database, LocalDatabase.NAME, LocalDatabase.NAME);
                BufferedReader rows = Files.newBufferedReader(file)) {
            connection.unwrap(PGConnection.class).getCopyAPI().copyIn(command, rows);
        }
    }

    private static boolean installed() {
        for (String folder : System.getenv("PATH").split(java.io.File.pathSeparator)) {
            if (Files.isExecutable(Path.of(folder, "psql"))) {
                return true;
            }
        }
        return false;
    }
}
