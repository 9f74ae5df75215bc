package org.hindcast.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.hindcast.prediction.ScoreService;
import org.hindcast.prediction.Scores;
import org.hindcast.user.Scope;

/** How good a version is, over all outcomes that are known. */
@Path("v1/models/{model}/versions/{number}/scores")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class ScoresResource {

    @Inject
    private Versions versions;

    @Inject
    private ScoreService scores;

    @GET
    @RolesAllowed(Scope.NAME_READ)
    public Response scores(@PathParam("model") int model, @PathParam("number") int number) {
        Scores found = scores.scores(versions.toRead(model, number));
        return Response.ok(shape(found).build().toString()).build();
    }

    static JsonObjectBuilder shape(Scores scores) {
        return Json.createObjectBuilder()
                .add("count", scores.count())
                .add("known", scores.known())
                .add("bias", Shape.value(scores.bias()))
                .add("mae", Shape.value(scores.mae()))
                .add("rmse", Shape.value(scores.rmse()))
                .add("mape", Shape.value(scores.mape()));
    }
}
