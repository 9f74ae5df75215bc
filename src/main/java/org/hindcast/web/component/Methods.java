package org.hindcast.web.component;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;

/** Pages are read, and their forms are posted without files: whatever else is asked of one is not done. Faces would make the page all the same. */
@WebFilter(
        servletNames = "faces",
        dispatcherTypes = {DispatcherType.REQUEST, DispatcherType.ERROR})
public class Methods extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final List<String> OURS = List.of("GET", "HEAD", "POST");

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getDispatcherType() == DispatcherType.ERROR) {
            chain.doFilter(new Unread(request), response);
        } else if (!OURS.contains(request.getMethod())) {
            response.setHeader("Allow", String.join(", ", OURS));
            response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
        } else if (String.valueOf(request.getContentType()).startsWith("multipart/")) {
            response.sendError(HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE);
        } else {
            chain.doFilter(request, response);
        }
    }

    /** An error page asks for no parameters, and those of a body that broke can't be read. */
    private static final class Unread extends HttpServletRequestWrapper {

        Unread(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getParameter(String name) {
            return null;
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            return Map.of();
        }

        @Override
        public Enumeration<String> getParameterNames() {
            return Collections.emptyEnumeration();
        }

        @Override
        public String[] getParameterValues(String name) {
            return null;
        }
    }
}
