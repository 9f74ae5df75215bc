package org.hindcast.web.component;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseEvent;
import jakarta.faces.event.PhaseId;
import jakarta.faces.event.PhaseListener;

/** Lets no action run for a form without our token: the page comes back with what was typed, and with a new token. */
public class CsrfGuard implements PhaseListener {

    private static final long serialVersionUID = 1L;

    @Override
    public PhaseId getPhaseId() {
        return PhaseId.INVOKE_APPLICATION;
    }

    @Override
    public void beforePhase(PhaseEvent event) {
        if (event.getFacesContext().isPostback()
                && !CDI.current().select(Csrf.class).get().isValid()) {
            FacesContext faces = event.getFacesContext();
            String text = Words.of(faces).get("refusal.form");
            faces.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_ERROR, text, text));
            faces.renderResponse();
        }
    }
}
