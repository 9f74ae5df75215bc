package org.hindcast.schema;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.Future;
import org.hindcast.log.Console;
import org.hindcast.log.Logs;
import org.hindcast.settings.Settings;

/** The first thing that runs: refuses a start with bad settings, then brings up the schema beside the deployment. */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class Start {

    private static final Logger LOG = System.getLogger(Start.class.getName());

    @Inject
    private Settings settings;

    @Inject
    private Schema schema;

    @Resource
    private ManagedExecutorService executor;

    private Future<?> bringingUp;

    @PostConstruct
    void begin() {
        List<String> problems = settings.problems();
        if (!problems.isEmpty()) {
            problems.forEach(problem -> Console.say("Hindcast cannot start: " + problem));
            throw new IllegalStateException(String.join(" ", problems));
        }
        Logs.install(settings);
        settings.unknown().forEach(name -> LOG.log(Level.WARNING, "{0} is no setting of Hindcast.", name));
        bringingUp = executor.submit(schema::bringUp);
    }

    /** What was taken out again waits for no database any more. */
    @PreDestroy
    void end() {
        if (bringingUp != null) {
            bringingUp.cancel(true);
        }
        Logs.uninstall();
    }
}
