package org.hindcast.web.component;

import jakarta.faces.event.PhaseEvent;
import jakarta.faces.event.PhaseId;
import jakarta.faces.event.PhaseListener;

/** No page keeps a state on the server: asked early, so that nobody begins a session for one, not even PrimeFaces for its nonce. */
public class Stateless implements PhaseListener {

    private static final long serialVersionUID = 1L;

    @Override
    public PhaseId getPhaseId() {
        return PhaseId.RESTORE_VIEW;
    }

    @Override
    public void afterPhase(PhaseEvent event) {
        if (event.getFacesContext().getViewRoot() != null) {
            event.getFacesContext().getViewRoot().setTransient(true);
        }
    }
}
