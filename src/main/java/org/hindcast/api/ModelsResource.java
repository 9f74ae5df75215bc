package org.hindcast.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.hindcast.Refusal;
import org.hindcast.mlmodel.ModelService;
import org.hindcast.mlmodel.RegisteredModel;
import org.hindcast.persistence.Conflict;
import org.hindcast.project.OwnedService;
import org.hindcast.project.ProjectService;
import org.hindcast.user.Scope;
import org.hindcast.user.UserService;

/** Models. */
@Path("v1/models")
@RequestScoped
public class ModelsResource extends Records<RegisteredModel> {

    private static final int TURNS = 5;

    @Inject
    private ModelService models;

    @Inject
    private ProjectService projects;

    @Inject
    private UserService users;

    /**
     * Makes the model of that name, or changes the one that is there, as a job says it at each run. Whoever is overtaken by
     * another that says the same begins again: one of them makes it.
     */
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Scope.NAME_WRITE)
    public Response put(@QueryParam("name") @DefaultValue("") String name, InputStream request) {
        return put(name, Body.read(request), TURNS);
    }

    private Response put(String name, Body body, int turns) {
        Optional<RegisteredModel> known = models.named(name);
        try {
            return known.isEmpty()
                    ? created(named(name, blank(), body))
                    : changed(named(name, models.find(known.get().getId()), body));
        } catch (Refusal refusal) {
            if (turns == 1 || !isOvertaken(refusal, name)) {
                throw refusal;
            }
            return put(name, body, turns - 1);
        }
    }

    private RegisteredModel named(String name, RegisteredModel model, Body body) {
        model.setName(name.strip());
        filled(model, body);
        if (!model.getName().equals(name.strip())) {
            throw Refusal.at("name", "api.named");
        }
        return model;
    }

    /** Whether it was made or changed since it was looked for. */
    private boolean isOvertaken(Refusal refusal, String name) {
        return refusal instanceof Conflict
                || "refusal.taken".equals(refusal.key()) && models.named(name).isPresent();
    }

    @Override
    OwnedService<RegisteredModel> service() {
        return models;
    }

    @Override
    List<String> fields() {
        return List.of(
                "name",
                "description",
                "unit",
                "owner.id",
                "owner.username",
                "owner.fullName",
                "project.id",
                "project.name",
                "latest.number",
                "latest.label",
                "latest.accuracy",
                "latest.stage");
    }

    @Override
    RegisteredModel blank() {
        return new RegisteredModel("", users.find(me.getId()));
    }

    @Override
    void fill(RegisteredModel model, Body body) {
        body.text("name", model::setName);
        body.text("description", model::setDescription);
        body.text("unit", model::setUnit);
        body.record("project", projects::find, model::setProject);
    }
}
