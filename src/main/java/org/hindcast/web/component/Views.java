package org.hindcast.web.component;

import jakarta.faces.application.ResourceHandler;
import jakarta.faces.application.ResourceHandlerWrapper;
import jakarta.faces.application.ViewResource;
import jakarta.faces.context.FacesContext;
import java.net.MalformedURLException;
import java.net.URL;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Where pages and their templates lie. They never move, so each is looked for once; Mojarra would look for every template of every
 * request again, and in a folder that the request may name.
 */
public class Views extends ResourceHandlerWrapper {

    private final Map<String, URL> found = new ConcurrentHashMap<>();

    public Views(ResourceHandler wrapped) {
        super(wrapped);
    }

    @Override
    public ViewResource createViewResource(FacesContext faces, String name) {
        URL url = found.computeIfAbsent(name, path -> url(faces, path));
        return url == null ? super.createViewResource(faces, name) : new Found(url);
    }

    private static URL url(FacesContext faces, String path) {
        try {
            return path.endsWith(".xhtml") ? faces.getExternalContext().getResource(path) : null;
        } catch (MalformedURLException e) {
            return null;
        }
    }

    private static final class Found extends ViewResource {

        private final URL url;

        Found(URL url) {
            this.url = url;
        }

        @Override
        public URL getURL() {
            return url;
        }
    }
}
