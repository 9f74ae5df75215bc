package org.hindcast.web.component;

import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseEvent;
import jakarta.faces.event.PhaseId;
import jakarta.faces.event.PhaseListener;
import jakarta.servlet.http.HttpServletResponse;
import org.primefaces.context.PrimeFacesContext;

/**
 * The content security policy of a page: scripts run only from this site, or with the nonce that this very page was given. It
 * replaces the one without a nonce that the door sets for every answer, and the one that PrimeFaces adds.
 */
public class ContentPolicy implements PhaseListener {

    private static final long serialVersionUID = 1L;
    private static final String POLICY =
            "default-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'; img-src 'self' data:; script-src 'self' 'nonce-%s'";

    @Override
    public PhaseId getPhaseId() {
        return PhaseId.RENDER_RESPONSE;
    }

    @Override
    public void beforePhase(PhaseEvent event) {
        FacesContext faces = event.getFacesContext();
        String nonce = PrimeFacesContext.getCspState(faces).getNonce();
        HttpServletResponse response =
                (HttpServletResponse) faces.getExternalContext().getResponse();
        response.setHeader("Content-Security-Policy", POLICY.formatted(nonce));
        if (!response.containsHeader("Cache-Control")) {
            response.setHeader("Cache-Control", "no-store");
        }
    }
}
