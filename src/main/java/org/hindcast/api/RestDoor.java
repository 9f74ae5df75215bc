package org.hindcast.api;

import jakarta.annotation.security.DeclareRoles;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import java.util.Set;
import org.hindcast.user.Scope;

/** The door for programs, and everything that stands behind it. */
@ApplicationPath("api")
@DeclareRoles({Scope.NAME_READ, Scope.NAME_WRITE, Scope.NAME_PREDICTIONS})
public class RestDoor extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(
                ProjectsResource.class,
                DatasetsResource.class,
                ModelsResource.class,
                VersionsResource.class,
                PredictionsResource.class,
                OutcomesResource.class,
                SeriesResource.class,
                ScoresResource.class,
                DescriptionResource.class,
                Limit.class,
                Problems.class);
    }

    /** Jersey would describe itself to whoever asks for OPTIONS, its version too. Other servers do not know the word. */
    @Override
    public Map<String, Object> getProperties() {
        return Map.of("jersey.config.server.wadl.disableWadl", true);
    }
}
