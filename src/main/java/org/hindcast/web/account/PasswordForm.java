package org.hindcast.web.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import org.hindcast.Refusal;
import org.hindcast.security.OwnPassword;
import org.hindcast.user.UserService;
import org.hindcast.web.component.Notes;
import org.hindcast.web.component.Redirect;

/** The part of the account page by which people change their password. */
@Named
@RequestScoped
public class PasswordForm {

    @Inject
    private OwnPassword own;

    @Inject
    private Notes notes;

    @NotEmpty
    private String current = "";

    @Size(min = UserService.SHORTEST_PASSWORD, max = UserService.LONGEST_PASSWORD)
    private String password = "";

    private String confirm = "";

    public void change() {
        if (!password.equals(confirm)) {
            throw Refusal.at("confirm", "user.password.unequal");
        }
        ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
        own.change(current, password, (HttpServletRequest) external.getRequest(), (HttpServletResponse)
                external.getResponse());
        notes.success("account.password.changed");
        Redirect.to(external.getRequestContextPath() + "/account/account");
    }

    /** Never given back to the page. */
    public String getCurrent() {
        return null;
    }

    public void setCurrent(String current) {
        this.current = current;
    }

    /** Never given back to the page. */
    public String getPassword() {
        return null;
    }

    public void setPassword(String password) {
        this.password = password;
    }

    /** Never given back to the page. */
    public String getConfirm() {
        return null;
    }

    public void setConfirm(String confirm) {
        this.confirm = confirm;
    }
}
