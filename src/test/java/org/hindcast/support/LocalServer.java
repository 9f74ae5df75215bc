package org.hindcast.support;

import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Payara Micro in a process of its own, set up as {@code server-config/payara} says, with the WAR on it. */
public final class LocalServer implements AutoCloseable {

    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    private final Process process;
    private final URI url;
    private final Echo echo;

    private LocalServer(Process process, URI url, PrintStream screen) {
        this.process = process;
        this.echo = new Echo(process, screen);
        this.url = url;
    }

    /** @param options of the Java machine that it runs on */
    public static LocalServer start(Path project, int port, Map<String, String> environment, String... options)
            throws IOException {
        return start(project, port, environment, System.out, options);
    }

    /** @param screen where the server's words are shown */
    public static LocalServer start(
            Path project, int port, Map<String, String> environment, PrintStream screen, String... options)
            throws IOException {
        List<String> command = new ArrayList<>(command(project, port));
        command.addAll(1, List.of(options));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        LocalServer server = new LocalServer(builder.start(), URI.create("http://127.0.0.1:" + port + "/"), screen);
        Thread reader = new Thread(server.echo, "server output");
        reader.setDaemon(true);
        reader.start();
        return server;
    }

    /** Whether Hindcast takes these settings; says why not. The server alone would stay, with nothing to serve. */
    static boolean accepts(Path project, Map<String, String> environment) throws IOException, InterruptedException {
        String classes = project.resolve("target/classes")
                + File.pathSeparator
                + project.resolve("target/server/postgresql.jar");
        ProcessBuilder check = new ProcessBuilder(JAVA, "-cp", classes, "org.hindcast.schema.Check").inheritIO();
        check.environment().putAll(environment);
        return check.start().waitFor() == 0;
    }

    static List<String> command(Path project, int port) {
        Path config = project.resolve("server-config/payara");
        Path target = project.resolve("target");
        return List.of(
                JAVA,
                "@" + config.resolve("java.options"),
                "-Djava.util.logging.config.file=" + config.resolve("logging.properties"),
                "-jar",
                target.resolve("server/payara-micro.jar").toString(),
                "--nohazelcast",
                "--disablephonehome",
                "--port",
                Integer.toString(port),
                "--logproperties",
                config.resolve("logging.properties").toString(),
                "--prebootcommandfile",
                config.resolve("preboot.asadmin").toString(),
                "--postbootcommandfile",
                config.resolve("postboot.asadmin").toString(),
                "--addlibs",
                target.resolve("server/postgresql.jar").toString(),
                "--contextroot",
                "ROOT",
                "--deploy",
                target.resolve("hindcast.war").toString());
    }

    /** Waits until Hindcast is ready to serve; false when the server ended before, or the time is over. */
    public boolean awaitReady(Duration atMost) throws Exception {
        return new Readiness(url).await(atMost, () -> process.isAlive() && !echo.refused());
    }

    /** The process that it runs in. */
    public long pid() {
        return process.pid();
    }

    int awaitEnd() throws InterruptedException {
        return process.waitFor();
    }

    @Override
    public void close() {
        echo.silence();
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
