package org.hindcast.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Takes the tests' PostgreSQL away: nothing listens on its port until it is closed. Its data stays. */
public final class DatabaseOutage implements AutoCloseable {

    private final Path data;
    private final Path program;

    public DatabaseOutage() throws SQLException, IOException, InterruptedException {
        data = folder();
        program = program(data);
        control("stop", "-m", "immediate");
    }

    @Override
    public void close() throws IOException, InterruptedException {
        // "restart" begins with the options of the last start, which "start" would not.
        control("restart", "-t", "60");
    }

    private static Path folder() throws SQLException {
        try (Connection connection = LocalDatabase.ofTheTests();
                ResultSet folder = connection.createStatement().executeQuery("show data_directory")) {
            folder.next();
            return Path.of(folder.getString(1));
        }
    }

    private static Path program(Path data) throws IOException {
        long pid = Long.parseLong(
                Files.readAllLines(data.resolve("postmaster.pid")).get(0).trim());
        String postgres = ProcessHandle.of(pid).orElseThrow().info().command().orElseThrow();
        return Path.of(postgres).resolveSibling("pg_ctl");
    }

    private void control(String... act) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) {
            // PostgreSQL refuses to run as root: within a namespace of its own it does not.
            command.addAll(List.of("unshare", "-U"));
        }
        command.addAll(List.of(program.toString(), "-w", "-D", data.toString()));
        command.addAll(List.of(act));
        int status = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        if (status != 0) {
            throw new IOException(String.join(" ", command) + " ended with " + status);
        }
    }
}
