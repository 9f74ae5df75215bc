package org.hindcast.web.component;

import jakarta.faces.FacesException;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.ExternalContextFactory;
import jakarta.faces.context.ExternalContextWrapper;
import java.nio.charset.StandardCharsets;
import java.util.AbstractMap;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * The nonce of the scripts of one page. PrimeFaces takes the one of a postback from the request and fails when it is missing or
 * odd: so the request always seems to carry a fresh one, except in an ajax request, which goes on with the nonce of its page.
 */
public class Nonce extends ExternalContextWrapper {

    private static final String PARAMETER = "primefaces.nonce";
    private static final String FORM = "[A-Za-z0-9+/]{48}";

    private final String fresh =
            Base64.getEncoder().encodeToString(UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8));

    Nonce(ExternalContext wrapped) {
        super(wrapped);
    }

    @Override
    public Map<String, String> getRequestParameterMap() {
        return new Parameters(super.getRequestParameterMap());
    }

    private String nonce(Map<String, String> given) {
        boolean ajax = "partial/ajax".equals(getRequestHeaderMap().get("Faces-Request"));
        String old = given.get(PARAMETER);
        return ajax && old != null && old.matches(FORM) && isUuid(old) ? old : fresh;
    }

    private static boolean isUuid(String nonce) {
        return new String(Base64.getDecoder().decode(nonce), StandardCharsets.UTF_8)
                .matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    }

    private final class Parameters extends AbstractMap<String, String> {

        private final Map<String, String> given;

        Parameters(Map<String, String> given) {
            this.given = given;
        }

        @Override
        public String get(Object name) {
            return PARAMETER.equals(name) ? nonce(given) : given.get(name);
        }

        @Override
        public boolean containsKey(Object name) {
            return given.containsKey(name);
        }

        @Override
        public Set<Entry<String, String>> entrySet() {
            return given.entrySet();
        }
    }

    /** Puts it into Faces. */
    public static final class Factory extends ExternalContextFactory {

        public Factory(ExternalContextFactory wrapped) {
            super(wrapped);
        }

        @Override
        public ExternalContext getExternalContext(Object context, Object request, Object response)
                throws FacesException {
            return new Nonce(getWrapped().getExternalContext(context, request, response));
        }
    }
}
