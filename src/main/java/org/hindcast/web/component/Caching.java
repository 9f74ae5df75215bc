package org.hindcast.web.component;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;

/**
 * How long browsers keep styles, scripts and images: those whose address names their content, for a year without asking again;
 * any other must be asked for each time, so that nobody works with an old one after an update. An address that names other
 * content than the one we have belongs to another version of Hindcast, and its answer may not be kept as if it were that one.
 */
@WebFilter({"/resources/*", "/jakarta.faces.resource/*"})
public class Caching extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final String YEAR = "public, max-age=31536000, immutable";
    private static final String ASK = "no-cache";

    @Inject
    private transient Assets assets;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        chain.doFilter(request, new Kept(response, isNamedByContent(request) ? YEAR : ASK));
    }

    private boolean isNamedByContent(HttpServletRequest request) {
        String version = request.getParameter("v");
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return version != null && (path.startsWith("/jakarta.faces.resource/") || assets.isCurrent(path, version));
    }

    /** An answer that is kept for so long, whatever the server says by itself; a failure is not kept. */
    private static final class Kept extends HttpServletResponseWrapper {

        private static final String HEADER = "Cache-Control";

        Kept(HttpServletResponse response, String kept) {
            super(response);
            response.setHeader(HEADER, kept);
        }

        @Override
        public void setHeader(String name, String value) {
            if (!HEADER.equalsIgnoreCase(name)) {
                super.setHeader(name, value);
            }
        }

        @Override
        public void addHeader(String name, String value) {
            if (!HEADER.equalsIgnoreCase(name)) {
                super.addHeader(name, value);
            }
        }

        @Override
        public void setStatus(int status) {
            forgetFailure(status);
            super.setStatus(status);
        }

        @Override
        public void sendError(int status) throws IOException {
            forgetFailure(status);
            super.sendError(status);
        }

        @Override
        public void sendError(int status, String message) throws IOException {
            forgetFailure(status);
            super.sendError(status, message);
        }

        private void forgetFailure(int status) {
            if (status >= SC_BAD_REQUEST) {
                super.setHeader(HEADER, "no-store");
            }
        }
    }
}
