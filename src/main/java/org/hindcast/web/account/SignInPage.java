package org.hindcast.web.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.SecurityContext;
import jakarta.security.enterprise.authentication.mechanism.http.AuthenticationParameters;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import org.hindcast.security.LocalPath;
import org.hindcast.security.SignedIn;
import org.hindcast.web.component.Asked;
import org.hindcast.web.component.Notes;
import org.hindcast.web.component.Redirect;
import org.hindcast.web.component.Words;

/** The form by which people come in, and back to where they wanted to go. */
@Named
@RequestScoped
public class SignInPage {

    @Inject
    private SecurityContext security;

    @Inject
    private SignedIn me;

    @Inject
    private Asked asked;

    @Inject
    private Notes notes;

    @NotBlank
    private String login = "";

    @NotEmpty
    private String password = "";

    private boolean remember;
    private String next;

    /** Somebody who is in already has no business here. */
    public void leaveWhenSignedIn() {
        if (me.isAuthenticated()) {
            go();
        }
    }

    public void signIn() {
        FacesContext faces = FacesContext.getCurrentInstance();
        ExternalContext external = faces.getExternalContext();
        HttpServletResponse response = (HttpServletResponse) external.getResponse();
        AuthenticationStatus status = security.authenticate(
                (HttpServletRequest) external.getRequest(),
                response,
                AuthenticationParameters.withParams()
                        .credential(new UsernamePasswordCredential(login, password))
                        .rememberMe(remember));
        if (status == AuthenticationStatus.SUCCESS) {
            notes.success("signin.welcome", me.getWho().fullName());
            go();
        } else if (response.getStatus() == HttpServletResponse.SC_SERVICE_UNAVAILABLE) {
            faces.responseComplete();
        } else {
            String text = Words.of(faces).get("signin.failed");
            faces.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_ERROR, text, text));
        }
    }

    /** On, or back to a form whose values the browser kept: it says so by {@code typed}. */
    private void go() {
        if (asked.has("typed")) {
            notes.info("signin.typed");
        }
        String home = FacesContext.getCurrentInstance().getExternalContext().getRequestContextPath() + "/";
        Redirect.to(LocalPath.or(next, home));
    }

    public String getLogin() {
        return login;
    }

    public void setLogin(String login) {
        this.login = login;
    }

    /** Never given back to the page. */
    public String getPassword() {
        return null;
    }

    public void setPassword(String password) {
        this.password = password;
    }

    public boolean isRemember() {
        return remember;
    }

    public void setRemember(boolean remember) {
        this.remember = remember;
    }

    public String getNext() {
        return next;
    }

    public void setNext(String next) {
        this.next = next;
    }
}
