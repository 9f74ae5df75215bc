package org.hindcast.web.component;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseEvent;
import jakarta.faces.event.PhaseId;
import jakarta.faces.event.PhaseListener;
import jakarta.servlet.http.HttpServletRequest;

/** Lets no action run but for a form that was posted with our token: the page comes back with what was typed, and with a new token. */
public class CsrfGuard implements PhaseListener {

    private static final long serialVersionUID = 1L;

    @Override
    public PhaseId getPhaseId() {
        return PhaseId.INVOKE_APPLICATION;
    }

    @Override
    public void beforePhase(PhaseEvent event) {
        if (event.getFacesContext().isPostback() && !isOurForm(event.getFacesContext())) {
            FacesContext faces = event.getFacesContext();
            String text = Words.of(faces).get("refusal.form");
            faces.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_ERROR, text, text));
            faces.renderResponse();
        }
    }

    /** Faces takes an address with a form's fields for that form sent. */
    static boolean isOurForm(FacesContext faces) {
        HttpServletRequest request =
                (HttpServletRequest) faces.getExternalContext().getRequest();
        return request.getMethod().equals("POST")
                && CDI.current().select(Csrf.class).get().isValid();
    }
}
