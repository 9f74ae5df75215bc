package org.hindcast.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.hindcast.mlmodel.ModelVersion;
import org.hindcast.prediction.Prediction;
import org.hindcast.prediction.PredictionService;
import org.hindcast.prediction.PredictionUploads;
import org.hindcast.prediction.Producer;
import org.hindcast.prediction.Replaced;
import org.hindcast.prediction.Stored;
import org.hindcast.prediction.Upload;
import org.hindcast.security.SignedIn;
import org.hindcast.user.Scope;

/** What a version predicted: told by the thousand, read page by page in the order of time. */
@Path("v1/models/{model}/versions/{number}/predictions")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class PredictionsResource {

    private static final List<Class<?>> POSITION = List.of(OffsetDateTime.class, Long.class);

    @Inject
    private Versions versions;

    @Inject
    private PredictionService predictions;

    @Inject
    private PredictionUploads uploads;

    @Inject
    private SignedIn me;

    @Context
    private UriInfo uri;

    @POST
    @Consumes({MediaType.APPLICATION_JSON, Formats.NDJSON, Formats.NDJSON_TOO, Formats.CSV})
    @RolesAllowed({Scope.NAME_PREDICTIONS, Scope.NAME_WRITE})
    public Response store(
            @PathParam("model") int model,
            @PathParam("number") int number,
            @Context HttpHeaders headers,
            InputStream body) {
        Upload<Prediction> upload = Upload.predictions(body, Formats.of(headers.getMediaType()));
        return told(uploads.store(model, number, () -> versions.toWrite(model, number), upload, me.actor()));
    }

    /** The whole series anew: for those who may delete the version. */
    @PUT
    @Consumes({MediaType.APPLICATION_JSON, Formats.NDJSON, Formats.NDJSON_TOO, Formats.CSV})
    @RolesAllowed(Scope.NAME_WRITE)
    public Response replace(
            @PathParam("model") int model,
            @PathParam("number") int number,
            @Context HttpHeaders headers,
            InputStream body) {
        Upload<Prediction> upload = Upload.predictions(body, Formats.of(headers.getMediaType()));
        Replaced replaced = uploads.replace(versions.toReplace(model, number), upload, me.actor());
        return Response.ok(Json.createObjectBuilder()
                        .add("stored", replaced.stored().stored())
                        .add("existing", replaced.stored().known())
                        .add("removed", replaced.removed())
                        .build()
                        .toString())
                .build();
    }

    @GET
    @RolesAllowed(Scope.NAME_READ)
    public Response list(
            @PathParam("model") int model,
            @PathParam("number") int number,
            @QueryParam("from") String from,
            @QueryParam("to") String to) {
        ModelVersion version = versions.toRead(model, number);
        Asked.refuseOthers(uri.getQueryParameters(), "from", "to", "limit", "cursor");
        OffsetDateTime end = Asked.time("to", to, PredictionService.NEVER);
        Asked.refuseTurned(Asked.time("from", from, PredictionService.EVER), end);
        int limit = Asked.limit(uri.getQueryParameters().getFirst("limit"), Asked.MOST);
        List<Prediction> rows = predictions.page(version, last(from), end, limit + 1);
        return new Page(uri, limit).of(rows, PredictionsResource::shape, row -> List.of(row.predictedAt(), row.id()));
    }

    @GET
    @Path("{id}")
    @RolesAllowed(Scope.NAME_READ)
    public Response get(
            @PathParam("model") int model,
            @PathParam("number") int number,
            @PathParam("id") long id,
            @QueryParam("predictedAt") String at) {
        ModelVersion version = versions.toRead(model, number);
        Asked.refuseOthers(uri.getQueryParameters(), "predictedAt");
        OffsetDateTime time = Asked.time("predictedAt", at, PredictionService.EVER);
        Prediction found = predictions.find(version, time.truncatedTo(ChronoUnit.MICROS), id);
        return Response.ok(shape(found).build().toString()).build();
    }

    static Response told(Stored stored) {
        return Response.ok("{\"stored\":" + stored.stored() + ",\"existing\":" + stored.known() + "}")
                .build();
    }

    /** After which the page begins: what the cursor says, else just before that time. */
    private Prediction last(String from) {
        String cursor = uri.getQueryParameters().getFirst("cursor");
        if (cursor == null) {
            return before(Asked.time("from", from, PredictionService.EVER), 0);
        }
        List<Object> position = Cursor.read(cursor, POSITION);
        return before((OffsetDateTime) position.get(0), (Long) position.get(1));
    }

    private static Prediction before(OffsetDateTime at, long id) {
        return new Prediction(id, at, "", 0, null, null, null, null);
    }

    private static JsonObjectBuilder shape(Prediction row) {
        return Json.createObjectBuilder()
                .add("id", row.id())
                .add("predictedAt", Shape.value(row.predictedAt()))
                .add("input", row.input())
                .add("result", Shape.value(row.result()))
                .add("key", Shape.value(row.key()))
                .add("outcome", Shape.value(row.outcome()))
                .add("outcomeAt", Shape.value(row.outcomeAt()))
                .add("producedBy", shape(row.producer()));
    }

    private static JsonValue shape(Producer by) {
        return by == null
                ? JsonValue.NULL
                : Json.createObjectBuilder()
                        .add("id", by.id())
                        .add("username", by.username())
                        .add("fullName", by.fullName())
                        .add("token", Shape.value(by.token()))
                        .build();
    }
}
