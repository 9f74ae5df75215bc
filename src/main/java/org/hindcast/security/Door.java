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
import org.hindcast.user.TokenService;
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
    private TokenService tokens;

    @Inject
    private Sessions sessions;

    @Inject
    private Remembering remembering;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context)
            throws AuthenticationException {
        Traces.begin(request);
        Headers.on(request, response, settings.secureCookies());
        Visit visit = new Visit(request);
        boolean welcome = visit.isHealth() || visit.isAt(settings.hosts());
        if (!welcome || visit.isAbsurd()) {
            return refuse(visit, response, HttpServletResponse.SC_BAD_REQUEST);
        }
        if (visit.isTooLarge()) {
            return refuse(visit, response, HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        }
        if (visit.isOpen()) {
            return context.doNothing();
        }
        if (!schema.isReady()) {
            return refuse(visit, response, HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        }
        try {
            return visit.isApi() ? letProgramIn(visit, response, context) : letIn(visit, response, context);
        } catch (RuntimeException failure) {
            return excuse(visit, response, failure);
        }
    }

    /** Servers differ in what they make of an exception at the door; nobody's page comes of it. */
    private static AuthenticationStatus excuse(Visit visit, HttpServletResponse response, RuntimeException failure) {
        if (!Outage.isBehind(failure)) {
            throw failure;
        }
        Outages.tell(visit.request(), response, failure);
        return refuse(visit, response, HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    }

    /** With a token and nothing else: a session would let other sites act in its owner's name. */
    private AuthenticationStatus letProgramIn(Visit visit, HttpServletResponse response, HttpMessageContext context) {
        Optional<TokenService.Pass> pass = visit.token().flatMap(tokens::use);
        if (pass.isEmpty()) {
            String fault = visit.token().isPresent() ? ", error=\"invalid_token\"" : "";
            response.setHeader("WWW-Authenticate", "Bearer realm=\"Hindcast\"" + fault);
            return refuse(visit, response, HttpServletResponse.SC_UNAUTHORIZED);
        }
        visit.request().setAttribute(SignedIn.ATTRIBUTE, pass.get().who());
        return context.notifyContainerAboutLogin(
                pass.get().who().username(), pass.get().scopes());
    }

    private AuthenticationStatus letIn(Visit visit, HttpServletResponse response, HttpMessageContext context) {
        Credential credential = context.getAuthParameters().getCredential();
        if (credential != null) {
            return signIn(credential, visit.request(), response, context);
        }
        Optional<Who> known = sessions.current(visit.request()).or(() -> remembered(visit.request(), response));
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
        Who who = sessions.signIn(request, Integer.valueOf(result.getCallerUniqueId()));
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

    private static AuthenticationStatus refuse(Visit visit, HttpServletResponse response, int status) {
        try {
            if (visit.isApi()) {
                Problem.send(response, status);
            } else {
                response.sendError(status);
            }
            return AuthenticationStatus.SEND_FAILURE;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
