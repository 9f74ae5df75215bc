package org.hindcast.support;

import java.time.Duration;
import org.jboss.arquillian.container.spi.event.container.AfterDeploy;
import org.jboss.arquillian.core.api.annotation.Observes;
import org.jboss.arquillian.core.spi.LoadableExtension;

/** Lets no test begin before Hindcast says that it is ready. */
public final class ReadyFirst implements LoadableExtension {

    @Override
    public void register(ExtensionBuilder builder) {
        builder.observer(AfterDeployment.class);
    }

    /** What Arquillian calls once the server has taken the WAR. */
    public static final class AfterDeployment {

        public void awaitReady(@Observes AfterDeploy deployed) throws InterruptedException {
            if (!new Readiness(Hindcast.url()).await(Duration.ofMinutes(2), () -> true)) {
                throw new IllegalStateException("Hindcast did not become ready: see target/failsafe-reports");
            }
        }
    }
}
