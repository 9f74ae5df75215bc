package org.hindcast.api;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.function.Function;

/** One page of a list, with the address of the next one in its body and as a {@code Link} (RFC 8288). */
record Page(UriInfo uri, int limit) {

    /** @param rows one more than the page holds, when there is a next one */
    <R> Response of(List<R> rows, Function<R, JsonObjectBuilder> shape, Function<R, List<?>> position) {
        JsonArrayBuilder items = Json.createArrayBuilder();
        List<R> shown = rows.subList(0, Math.min(limit, rows.size()));
        shown.forEach(row -> items.add(shape.apply(row)));
        JsonObjectBuilder page = Json.createObjectBuilder().add("items", items);
        Response.ResponseBuilder answer = Response.ok().header(HttpHeaders.CACHE_CONTROL, "private, no-cache");
        if (rows.size() > limit) {
            String next = next(position.apply(shown.get(limit - 1)));
            page.add("next", next);
            answer.header(HttpHeaders.LINK, "<" + next + ">; rel=\"next\"");
        } else {
            page.add("next", JsonValue.NULL);
        }
        return answer.entity(page.build().toString()).build();
    }

    /** A path without a host: no client's Host header chooses where it leads. */
    private String next(List<?> position) {
        URI address = uri.getRequestUriBuilder()
                .replaceQueryParam("cursor", Cursor.of(position))
                .build();
        return address.getRawPath() + "?" + address.getRawQuery();
    }
}
