package org.hindcast.support;

import java.time.Duration;
import org.jboss.arquillian.container.spi.client.protocol.metadata.HTTPContext;
import org.jboss.arquillian.container.spi.client.protocol.metadata.ProtocolMetaData;
import org.jboss.arquillian.container.spi.client.protocol.metadata.Servlet;
import org.jboss.arquillian.container.spi.event.container.AfterDeploy;
import org.jboss.arquillian.core.api.Instance;
import org.jboss.arquillian.core.api.annotation.Inject;
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

        private static final String RUNNER = "ArquillianServletRunnerEE9";

        @Inject
        private Instance<ProtocolMetaData> metadata;

        /** Payara's launcher reads from the server's output where the tests inside of it are called, and at times too early. */
        public void knowTheWayIn(@Observes AfterDeploy deployed) {
            for (HTTPContext context : metadata.get().getContexts(HTTPContext.class)) {
                if (context.getServletByName(RUNNER) == null) {
                    context.add(new Servlet(RUNNER, "/"));
                }
            }
        }

        public void awaitReady(@Observes AfterDeploy deployed) throws Exception {
            if (!new Readiness(Hindcast.url()).await(Duration.ofMinutes(2), () -> true)) {
                throw new IllegalStateException("Hindcast did not become ready: see target/failsafe-reports");
            }
        }
    }
}
