package org.hindcast.web.component;

import jakarta.faces.FacesException;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.application.ViewExpiredException;
import jakarta.faces.component.visit.VisitContext;
import jakarta.faces.component.visit.VisitResult;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerFactory;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.ExceptionQueuedEvent;
import jakarta.validation.ConstraintViolationException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Iterator;
import org.hindcast.Refusal;
import org.hindcast.persistence.Conflict;
import org.hindcast.persistence.Outage;

/** The one place where a page shows a {@link Refusal}: beside the field that it names, or above the form. */
public class ErrorHandler extends ExceptionHandlerWrapper {

    private static final Logger LOG = System.getLogger(ErrorHandler.class.getName());

    /** Where the page finds the {@link Conflict} that the last act ended in: in the request. */
    public static final String CONFLICT = "conflict";

    /** Where the error page finds which problem it tells of, when the status does not say it: in the request. */
    public static final String PROBLEM = "hindcast.problem";

    /** The request's attribute that holds the permission for want of which it was refused. */
    public static final String LACKING = "hindcast.lacking";

    ErrorHandler(ExceptionHandler wrapped) {
        super(wrapped);
    }

    @Override
    public void handle() throws FacesException {
        Iterator<ExceptionQueuedEvent> events =
                getUnhandledExceptionQueuedEvents().iterator();
        while (events.hasNext()) {
            ExceptionQueuedEvent event = events.next();
            if (isAnswered(event.getContext().getContext(), event.getContext().getException())) {
                events.remove();
            } else if (!Outage.isBehind(event.getContext().getException())) {
                LOG.log(Level.ERROR, "A page failed.", event.getContext().getException());
            }
        }
        getWrapped().handle();
    }

    private static boolean isAnswered(FacesContext faces, Throwable thrown) {
        Refusal refusal = cause(thrown, Refusal.class);
        ConstraintViolationException broken = cause(thrown, ConstraintViolationException.class);
        if (refusal != null) {
            show(faces, refusal);
        } else if (broken != null) {
            broken.getConstraintViolations()
                    .forEach(v -> show(faces, Refusal.at(v.getPropertyPath().toString(), "refusal.value")));
        } else if (cause(thrown, ViewExpiredException.class) != null) {
            faces.getExternalContext().getRequestMap().put(PROBLEM, "expired");
            answer(faces, 400);
        }
        return faces.getResponseComplete() || refusal != null || broken != null;
    }

    private static <T extends Throwable> T cause(Throwable thrown, Class<T> type) {
        Throwable cause = thrown;
        while (cause != null && !type.isInstance(cause)) {
            cause = cause.getCause();
        }
        return type.cast(cause);
    }

    private static void show(FacesContext faces, Refusal refusal) {
        if (refusal instanceof Refusal.Missing) {
            answer(faces, 404);
        } else if (refusal instanceof Refusal.Forbidden) {
            faces.getExternalContext()
                    .getRequestMap()
                    .put(LACKING, refusal.arguments().get(0));
            answer(faces, 403);
        } else if (refusal instanceof Conflict) {
            faces.getExternalContext().getRequestMap().put(CONFLICT, refusal);
            faces.renderResponse();
        } else {
            String text = Words.of(faces).get(refusal);
            faces.addMessage(place(faces, refusal.field()), new FacesMessage(FacesMessage.SEVERITY_ERROR, text, text));
            faces.validationFailed();
            faces.renderResponse();
        }
    }

    private static void answer(FacesContext faces, int status) {
        Typed.keep(faces);
        try {
            faces.getExternalContext().responseSendError(status, null);
            faces.responseComplete();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The client id of the input, or group of them, with that id; null for the whole page. */
    private static String place(FacesContext faces, String field) {
        String[] found = new String[1];
        if (field != null) {
            faces.getViewRoot().visitTree(VisitContext.createVisitContext(faces), (context, component) -> {
                found[0] = field.equals(component.getId()) ? component.getClientId(faces) : found[0];
                return found[0] == null ? VisitResult.ACCEPT : VisitResult.COMPLETE;
            });
        }
        return found[0];
    }

    /** Puts the handler into Faces. */
    public static final class Factory extends ExceptionHandlerFactory {

        public Factory(ExceptionHandlerFactory wrapped) {
            super(wrapped);
        }

        @Override
        public ExceptionHandler getExceptionHandler() {
            return new ErrorHandler(getWrapped().getExceptionHandler());
        }
    }
}
