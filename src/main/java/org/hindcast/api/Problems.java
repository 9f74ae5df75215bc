package org.hindcast.api;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.persistence.OptimisticLockException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import org.hindcast.Refusal;
import org.hindcast.log.Trace;
import org.hindcast.persistence.Conflict;
import org.hindcast.persistence.Deleting;
import org.hindcast.persistence.Needed;
import org.hindcast.persistence.Outage;
import org.hindcast.prediction.BadRow;

/** Every failure as a program reads it: {@code application/problem+json}, RFC 9457. What the server thinks of it stays in the log. */
@Provider
public class Problems implements ExceptionMapper<Throwable> {

    private static final Logger LOG = System.getLogger(Problems.class.getName());
    private static final MediaType PROBLEM = new MediaType("application", "problem+json", "utf-8");
    private static final int UNPROCESSABLE = 422;
    private static final int RETRY_SECONDS = 5;

    @Context
    private HttpHeaders headers;

    @Override
    public Response toResponse(Throwable thrown) {
        Fault fault = cause(thrown, Fault.class);
        Refusal refusal = cause(thrown, Refusal.class);
        WebApplicationException http = cause(thrown, WebApplicationException.class);
        ConstraintViolationException broken = cause(thrown, ConstraintViolationException.class);
        if (fault != null) {
            return answer(fault);
        } else if (refusal != null) {
            return answer(fault(refusal));
        } else if (http != null) {
            return answer(http);
        } else if (broken != null) {
            return answer(Fault.all(UNPROCESSABLE, Valid.lines(broken.getConstraintViolations())));
        }
        return cause(thrown, OptimisticLockException.class) == null
                ? failed(thrown)
                : answer(Fault.of(Status.PRECONDITION_FAILED.getStatusCode(), "api.conflict"));
    }

    private Response failed(Throwable thrown) {
        if (Outage.isBehind(thrown)) {
            LOG.log(Level.WARNING, "A program has no database: {0}", Outage.reason(thrown));
            return builder(Fault.of(Status.SERVICE_UNAVAILABLE.getStatusCode(), "api.unavailable"))
                    .header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS)
                    .build();
        }
        LOG.log(Level.ERROR, "A request of a program failed.", thrown);
        return answer(Fault.of(
                Status.INTERNAL_SERVER_ERROR.getStatusCode(),
                "api.failed",
                Trace.current().map(Trace::request).orElse("-")));
    }

    private static Fault fault(Refusal refusal) {
        if (refusal instanceof BadRow row) {
            Fault.Line line = new Fault.Line(row.pointer(), row.line(), row.key(), row.arguments());
            return Fault.all(row.isSyntax() ? Status.BAD_REQUEST.getStatusCode() : UNPROCESSABLE, List.of(line));
        } else if (refusal instanceof Refusal.Missing) {
            return Fault.of(Status.NOT_FOUND.getStatusCode(), "api.missing");
        } else if (refusal instanceof Refusal.Forbidden) {
            return Fault.of(Status.FORBIDDEN.getStatusCode(), "api.forbidden");
        } else if (refusal instanceof Conflict) {
            return Fault.of(Status.PRECONDITION_FAILED.getStatusCode(), "api.conflict");
        }
        if (refusal instanceof Needed needed) {
            return needed(needed.keeps());
        }
        String pointer = refusal.field() == null ? null : "/" + refusal.field();
        int status = refusal.key().equals("refusal.taken") ? Status.CONFLICT.getStatusCode() : UNPROCESSABLE;
        return Fault.at(status, pointer, refusal.key(), refusal.arguments().toArray());
    }

    private static Fault needed(List<Deleting.Line> keeps) {
        JsonArrayBuilder lines = Json.createArrayBuilder();
        keeps.forEach(line ->
                lines.add(Json.createObjectBuilder().add("room", line.room()).add("count", line.count())));
        return Fault.of(Status.CONFLICT.getStatusCode(), "api.needed")
                .with(Json.createObjectBuilder().add("keeps", lines).build());
    }

    private Response answer(Fault fault) {
        return builder(fault).build();
    }

    /** What JAX-RS itself refuses: its status and headers, none of its words. */
    private Response answer(WebApplicationException http) {
        Response given = http.getResponse();
        ResponseBuilder answer = builder(Fault.all(given.getStatus(), List.of()));
        Object allowed = given.getHeaders().getFirst(HttpHeaders.ALLOW);
        return allowed == null
                ? answer.build()
                : answer.header(HttpHeaders.ALLOW, allowed).build();
    }

    private ResponseBuilder builder(Fault fault) {
        Status known = Status.fromStatusCode(fault.status());
        String title = known == null ? "Unprocessable Content" : known.getReasonPhrase();
        JsonObjectBuilder problem = Json.createObjectBuilder()
                .add("type", "about:blank")
                .add("title", title)
                .add("status", fault.status());
        if (!fault.lines().isEmpty()) {
            problem.add("detail", sentence(fault.lines().get(0)));
            problem.add("errors", errors(fault.lines()));
        }
        fault.more().forEach(problem::add);
        return Response.status(fault.status())
                .type(PROBLEM)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(problem.build().toString());
    }

    private JsonArrayBuilder errors(List<Fault.Line> lines) {
        JsonArrayBuilder errors = Json.createArrayBuilder();
        for (Fault.Line line : lines) {
            JsonObjectBuilder error = Json.createObjectBuilder().add("detail", sentence(line));
            error.add("pointer", line.pointer() == null ? JsonValue.NULL : Json.createValue(line.pointer()));
            if (line.line() != null) {
                error.add("line", line.line());
            }
            errors.add(error);
        }
        return errors;
    }

    private String sentence(Fault.Line line) {
        return new Sentences(headers).get(line.key(), line.arguments());
    }

    private static <T extends Throwable> T cause(Throwable thrown, Class<T> type) {
        Throwable cause = thrown;
        while (cause != null && !type.isInstance(cause)) {
            cause = cause.getCause();
        }
        return type.cast(cause);
    }
}
