package org.hindcast.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.UriInfo;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.hindcast.mlmodel.ModelVersion;
import org.hindcast.persistence.Times;
import org.hindcast.prediction.Bucket;
import org.hindcast.prediction.PredictionService;
import org.hindcast.prediction.ScoreService;
import org.hindcast.prediction.Series;
import org.hindcast.prediction.Width;
import org.hindcast.user.Scope;

/** What a version predicted over time, in stretches, and how good each of them was. */
@Path("v1/models/{model}/versions/{number}/series")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class SeriesResource {

    private static final int MOST = 5_000;
    private static final int LONGEST = 36_525;
    private static final OffsetDateTime LAST = PredictionService.NEVER.minus(1, ChronoUnit.MICROS);

    @Inject
    private Versions versions;

    @Inject
    private PredictionService predictions;

    @Inject
    private ScoreService scores;

    @Context
    private UriInfo uri;

    /** From the first to the last prediction, and at most 500 stretches, where nothing else is asked for. */
    @GET
    @RolesAllowed(Scope.NAME_READ)
    public Response series(
            @PathParam("model") int model,
            @PathParam("number") int number,
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("bucket") String bucket) {
        ModelVersion version = versions.toRead(model, number);
        Asked.refuseOthers(uri.getQueryParameters(), "from", "to", "bucket");
        List<OffsetDateTime> span = predictions.span(version).orElseGet(() -> List.of(Times.now(), Times.now()));
        OffsetDateTime begins = Asked.time("from", from, null);
        OffsetDateTime ends = Asked.time("to", to, null);
        OffsetDateTime start = begins == null ? earlier(span.get(0), ends) : begins;
        OffsetDateTime last = ends == null ? later(span.get(1), begins) : ends;
        Asked.refuseTurned(start, last);
        OffsetDateTime end = ends == null ? last : later(start, last.minus(1, ChronoUnit.MICROS));
        Series series = scores.series(version, start, end, width(bucket, start, end));
        JsonArrayBuilder buckets = Json.createArrayBuilder();
        series.buckets().forEach(stretch -> buckets.add(shape(stretch)));
        return Response.ok(Json.createObjectBuilder()
                        .add("from", edge(series.from()))
                        .add("to", edge(series.to()))
                        .add("bucket", series.width().toString())
                        .add("buckets", buckets)
                        .build()
                        .toString())
                .build();
    }

    /** Where a stretch begins or ends, within the years that RFC 3339 can write and programs can read. */
    private static JsonValue edge(OffsetDateTime time) {
        return Shape.value(later(earlier(time, LAST), PredictionService.EVER));
    }

    private static OffsetDateTime earlier(OffsetDateTime one, OffsetDateTime other) {
        return other == null || one.isBefore(other) ? one : other;
    }

    private static OffsetDateTime later(OffsetDateTime one, OffsetDateTime other) {
        return other == null || one.isAfter(other) ? one : other;
    }

    private static Duration width(String bucket, OffsetDateTime from, OffsetDateTime to) {
        if (bucket == null || bucket.isBlank()) {
            return Width.between(from, to);
        }
        try {
            Duration width = bucket.matches("(?i)P\\d{1,4}W")
                    ? Duration.ofDays(7L * Integer.parseInt(bucket.substring(1, bucket.length() - 1)))
                    : Duration.parse(bucket);
            boolean whole = width.getNano() == 0 && width.toSeconds() >= 1 && width.toDays() <= LONGEST;
            if (whole && Duration.between(from, to).dividedBy(width) <= MOST) {
                return width;
            }
        } catch (DateTimeException | ArithmeticException e) {
            throw wrong();
        }
        throw wrong();
    }

    private static Fault wrong() {
        return Fault.of(Status.BAD_REQUEST.getStatusCode(), "api.parameter.bucket", MOST);
    }

    private static JsonObjectBuilder shape(Bucket stretch) {
        return ScoresResource.shape(stretch.scores())
                .add("from", edge(stretch.from()))
                .add("result", Shape.value(stretch.result()))
                .add("outcome", Shape.value(stretch.outcome()));
    }
}
