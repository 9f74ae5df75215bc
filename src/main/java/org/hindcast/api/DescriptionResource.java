package org.hindcast.api;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;

/** What this door offers, for tools: OpenAPI 3.1. Open to everybody, since it says nothing of what is kept here. */
@Path("v1/openapi.json")
@RequestScoped
public class DescriptionResource {

    static final String FILE = "/openapi.json";

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @PermitAll
    public Response description() {
        InputStream file = getClass().getResourceAsStream(FILE);
        return Response.ok(file)
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=300")
                .build();
    }
}
