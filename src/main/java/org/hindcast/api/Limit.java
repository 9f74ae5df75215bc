package org.hindcast.api;

import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.Provider;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Pattern;

/** How much a program may send: 64 MB of predictions or outcomes, 1 MB of anything else, never packed. Told before it is read. */
@Provider
@PreMatching
public class Limit implements ContainerRequestFilter {

    private static final long MEGABYTE = 1024L * 1024;
    private static final long BULK = 64 * MEGABYTE;
    private static final Pattern IN_BULK = Pattern.compile("v1/models/[^/]+/versions/[^/]+/(predictions|outcomes)/?");

    @Override
    public void filter(ContainerRequestContext request) {
        refuseUnreadable(request);
        String encoding = request.getHeaderString(HttpHeaders.CONTENT_ENCODING);
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            throw Fault.of(Status.UNSUPPORTED_MEDIA_TYPE.getStatusCode(), "api.packed");
        }
        String path = request.getUriInfo().getPath().replaceFirst("^/", "");
        long most = IN_BULK.matcher(path).matches() ? BULK : MEGABYTE;
        String length = request.getHeaderString(HttpHeaders.CONTENT_LENGTH);
        if (length != null && length.matches("\\d+") && (length.length() > 18 || Long.parseLong(length) > most)) {
            throw tooLarge(most);
        }
        request.setEntityStream(new Counted(request.getEntityStream(), most));
    }

    /** What servers answer by themselves otherwise, each in its own way. */
    private static void refuseUnreadable(ContainerRequestContext request) {
        try {
            request.getMediaType();
            request.getAcceptableMediaTypes();
        } catch (ProcessingException | WebApplicationException | IllegalArgumentException unreadable) {
            throw Fault.of(Status.BAD_REQUEST.getStatusCode(), "api.header");
        }
    }

    private static Fault tooLarge(long most) {
        return Fault.of(Status.REQUEST_ENTITY_TOO_LARGE.getStatusCode(), "api.large", most / MEGABYTE);
    }

    /** A body of unknown length, up to a limit. */
    private static final class Counted extends FilterInputStream {
        private final long most;
        private long read;

        Counted(InputStream body, long most) {
            super(body);
            this.most = most;
        }

        @Override
        public int read() throws IOException {
            int next = super.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] buffer, int from, int length) throws IOException {
            int got = super.read(buffer, from, length);
            count(Math.max(0, got));
            return got;
        }

        private void count(int more) {
            read += more;
            if (read > most) {
                throw tooLarge(most);
            }
        }
    }
}
