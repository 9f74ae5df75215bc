package org.hindcast.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Validator;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hindcast.Refusal;
import org.hindcast.persistence.BaseEntity;
import org.hindcast.persistence.Query;
import org.hindcast.persistence.Query.Filter;
import org.hindcast.persistence.Query.Order;
import org.hindcast.persistence.Query.Test;
import org.hindcast.project.Owned;
import org.hindcast.project.OwnedService;
import org.hindcast.security.SignedIn;
import org.hindcast.user.Scope;

/**
 * What programs do with the records of a room: list, get, create, change, delete. A room says which fields it shows and which
 * members of a request it takes.
 *
 * @param <T> the room's record
 */
@Produces(MediaType.APPLICATION_JSON)
public abstract class Records<T extends BaseEntity & Owned> {

    static final String PATCHES = "application/merge-patch+json";

    @Inject
    SignedIn me;

    @Inject
    private Validator validator;

    @Context
    UriInfo uri;

    abstract OwnedService<T> service();

    /** Names of what is shown, besides number, version and time: fields, or paths through associations. */
    abstract List<String> fields();

    /** A new record of the caller. */
    abstract T blank();

    /** Takes what a request may set. */
    abstract void fill(T record, Body body);

    /** What all records under this address have in common. */
    List<Filter> within() {
        return List.of();
    }

    /** The number that the record has in the database. @param number as it stands in the address */
    Integer id(int number) {
        return number;
    }

    /** What names the record in its address. */
    String key() {
        return "id";
    }

    @GET
    @RolesAllowed(Scope.NAME_READ)
    public Response list() {
        me.require(service().room() + ".read");
        Asked asked = new Asked(uri.getQueryParameters(), this::type);
        List<Order> orders = asked.orders();
        List<Filter> filters = new ArrayList<>(within());
        filters.addAll(asked.filters());
        if (asked.cursor() != null) {
            filters.add(new Filter("id", Test.AFTER, Cursor.read(asked.cursor(), types(orders))));
        }
        Set<String> columns = new LinkedHashSet<>(columns());
        orders.forEach(order -> columns.add(order.field()));
        List<Map<String, Object>> rows =
                service().rows(new Query(0, asked.limit() + 1, orders, filters, asked.search(), List.copyOf(columns)));
        return new Page(uri, asked.limit()).of(rows, row -> Shape.of(row, columns()), row -> position(row, orders));
    }

    @GET
    @Path("{number}")
    @RolesAllowed(Scope.NAME_READ)
    public Response get(@PathParam("number") int number, @HeaderParam(HttpHeaders.IF_NONE_MATCH) String known) {
        me.require(service().room() + ".read");
        Response full = one(Status.OK, id(number)).build();
        String tag = full.getHeaderString(HttpHeaders.ETAG);
        return Tags.isKnown(known, tag)
                ? Response.notModified().header(HttpHeaders.ETAG, tag).build()
                : full;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Scope.NAME_WRITE)
    public Response create(InputStream request) {
        return created(filled(blank(), Body.read(request)));
    }

    T filled(T record, Body body) {
        fill(record, body);
        body.end();
        return Valid.or422(record, validator);
    }

    Response created(T record) {
        T created = service().create(record, me.actor());
        Map<String, Object> row = row(created.getId());
        return one(Status.CREATED, created.getId())
                .header(
                        HttpHeaders.LOCATION,
                        uri.getAbsolutePath().getRawPath().replaceFirst("/?$", "/") + row.get(key()))
                .build();
    }

    @PATCH
    @Path("{number}")
    @Consumes({PATCHES, MediaType.APPLICATION_JSON})
    @RolesAllowed(Scope.NAME_WRITE)
    public Response change(
            @PathParam("number") int number, @HeaderParam(HttpHeaders.IF_MATCH) String match, InputStream request) {
        T record = service().find(id(number));
        Tags.require(match, record.getVersion());
        return changed(filled(record, Body.read(request)));
    }

    Response changed(T record) {
        service().update(record, record.getVersion(), me.actor());
        return one(Status.OK, record.getId()).build();
    }

    @DELETE
    @Path("{number}")
    @RolesAllowed(Scope.NAME_WRITE)
    public Response delete(@PathParam("number") int number, @HeaderParam(HttpHeaders.IF_MATCH) String match) {
        Integer id = id(number);
        service().delete(id, seen(id, match), me.actor());
        return Response.noContent().build();
    }

    /** The version that the caller saw, null when they mean any. */
    private Integer seen(Integer id, String match) {
        if (Tags.isAny(match)) {
            return null;
        }
        int current = service().find(id).getVersion();
        return Tags.names(match, Tags.of(current)) ? current : Integer.valueOf(-1);
    }

    private Response.ResponseBuilder one(Status status, Integer id) {
        Map<String, Object> row = row(id);
        return Response.status(status)
                .header(HttpHeaders.ETAG, Tags.of((Integer) row.get("version")))
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .entity(Shape.of(row, columns()).build().toString());
    }

    private Map<String, Object> row(Integer id) {
        Filter that = new Filter("id", Test.EQUALS, id);
        return service().rows(Query.of(1, columns().toArray(String[]::new)).and(that)).stream()
                .findFirst()
                .orElseThrow(Refusal::missing);
    }

    private List<String> columns() {
        List<String> columns = new ArrayList<>(List.of("id"));
        columns.addAll(fields());
        columns.addAll(List.of("createdAt", "version"));
        return columns;
    }

    private Class<?> type(String field) {
        return columns().contains(field) ? service().typeOf(field) : null;
    }

    private List<Class<?>> types(List<Order> orders) {
        List<Class<?>> types = new ArrayList<>();
        orders.forEach(order -> types.add(service().typeOf(order.field())));
        types.add(Integer.class);
        return types;
    }

    private static List<Object> position(Map<String, Object> row, List<Order> orders) {
        List<Object> values = new ArrayList<>();
        orders.forEach(order -> values.add(row.get(order.field())));
        values.add(row.get("id"));
        return values;
    }
}
