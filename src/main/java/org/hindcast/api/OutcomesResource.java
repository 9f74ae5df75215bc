package org.hindcast.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.hindcast.mlmodel.ModelVersion;
import org.hindcast.prediction.PredictionUploads;
import org.hindcast.prediction.Upload;
import org.hindcast.user.Scope;

/** What really happened, told later. An outcome may be corrected. */
@Path("v1/models/{model}/versions/{number}/outcomes")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class OutcomesResource {

    @Inject
    private Versions versions;

    @Inject
    private PredictionUploads uploads;

    @POST
    @Consumes({MediaType.APPLICATION_JSON, Formats.NDJSON, Formats.NDJSON_TOO, Formats.CSV})
    @RolesAllowed({Scope.NAME_PREDICTIONS, Scope.NAME_WRITE})
    public Response store(
            @PathParam("model") int model,
            @PathParam("number") int number,
            @Context HttpHeaders headers,
            InputStream body) {
        ModelVersion version = versions.toWrite(model, number);
        return PredictionsResource.told(
                uploads.outcomes(version, Upload.outcomes(body, Formats.of(headers.getMediaType()))));
    }
}
