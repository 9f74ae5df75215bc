package org.hindcast.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationException;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.hindcast.persistence.Outage;
import org.hindcast.schema.Schema;
import org.hindcast.settings.Settings;
import org.hindcast.user.UserService;
import org.hindcast.user.Who;

/**
 * Everybody comes in here: pages by the session of somebody who signed in with the form, {@code /api} by a bearer token only.
 * Runs before every filter, on every server alike.
 */
@ApplicationScoped
public class Door implements HttpAuthenticationMechanism {

    @Inject
    private Settings settings;

    @Inject
    private Schema schema;

    @Inject
    private IdentityStoreHandler stores;

    @Inject
    private UserService users;

    @Inject
    private Sessions sessions;

    @Inject
    private Remembering remembering;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context)
            throws AuthenticationException {
        Traces.begin(request);
        Headers.on(response, settings.secureCookies());
        Visit visit = new Visit(request);
        boolean welcome = visit.isHealth() || visit.isAt(settings.hosts());
        if (!welcome || visit.isAbsurd()) {
            return refuse(response, context, HttpServletResponse.SC_BAD_REQUEST);
        }
        if (visit.isTooLarge()) {
            return refuse(response, context, HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        }
        if (visit.isOpen()) {
            return context.doNothing();
        }
        if (!schema.isReady()) {
            return refuse(response, context, HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        }
        try {
            return letIn(visit, response, context);
        } catch (RuntimeException failure) {
            return excuse(visit, response, context, failure);
        }
    }

    /** Servers differ in what they make of an exception at the door; nobody's page comes of it. */
    private static AuthenticationStatus excuse(
            Visit visit, HttpServletResponse response, HttpMessageContext context, RuntimeException failure) {
        if (!Outage.isBehind(failure)) {
            throw failure;
        }
        Outages.tell(visit.request(), response, failure);
        return refuse(response, context, HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    }

    private AuthenticationStatus letIn(Visit visit, HttpServletResponse response, HttpMessageContext context) {
        Credential credential = context.getAuthParameters().getCredential();
        if (credential != null) {
            return signIn(credential, visit.request(), response, context);
        }
        Optional<Who> who = visit.isApi() ? Optional.empty() : sessions.current(visit.request());
        Optional<Who> known = who.or(() -> visit.isApi() ? Optional.empty() : remembered(visit.request(), response));
        return known.isPresent() ? welcome(known.get(), visit.request(), context) : stranger(visit, response, context);
    }

    private AuthenticationStatus signIn(
            Credential credential,
            HttpServletRequest request,
            HttpServletResponse response,
            HttpMessageContext context) {
        CredentialValidationResult result = stores.validate(credential);
        if (result.getStatus() != CredentialValidationResult.Status.VALID) {
            return AuthenticationStatus.SEND_FAILURE;
        }
        Who who = users.who(Integer.valueOf(result.getCallerUniqueId())).orElseThrow();
        sessions.enter(request, who, "sign-in");
        if (context.getAuthParameters().isRememberMe()) {
            remembering.remember(who, response);
        }
        return welcome(who, request, context);
    }

    private Optional<Who> remembered(HttpServletRequest request, HttpServletResponse response) {
        Optional<Who> who = remembering.recall(request, response);
        who.ifPresent(w -> sessions.enter(request, w, "sign-in-remembered"));
        return who;
    }

    private static AuthenticationStatus welcome(Who who, HttpServletRequest request, HttpMessageContext context) {
        request.setAttribute(SignedIn.ATTRIBUTE, who);
        Set<String> groups = new HashSet<>(who.permissions());
        groups.addAll(who.roles());
        return context.notifyContainerAboutLogin(who.username(), groups);
    }

    private static AuthenticationStatus stranger(
            Visit visit, HttpServletResponse response, HttpMessageContext context) {
        if (visit.isApi()) {
            response.setHeader("WWW-Authenticate", "Bearer");
            return refuse(response, context, HttpServletResponse.SC_UNAUTHORIZED);
        }
        return context.isProtected() ? toSignIn(visit, response) : context.doNothing();
    }

    /** To the sign-in form by a path, never by an absolute address that the client's Host header would choose. */
    private static AuthenticationStatus toSignIn(Visit visit, HttpServletResponse response) {
        String target = LocalPath.signIn(visit.request());
        response.setHeader("Cache-Control", "no-store");
        if (visit.isAjax()) {
            visit.redirectAjax(response, target);
        } else {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", target);
        }
        return AuthenticationStatus.SEND_CONTINUE;
    }

    private static AuthenticationStatus refuse(HttpServletResponse response, HttpMessageContext context, int status) {
        try {
            response.sendError(status);
            return AuthenticationStatus.SEND_FAILURE;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
