package org.hindcast.web.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.Size;
import java.time.ZoneId;
import org.hindcast.Refusal;
import org.hindcast.security.SignedIn;
import org.hindcast.settings.Settings;
import org.hindcast.user.User;
import org.hindcast.user.UserService;
import org.hindcast.web.component.Notes;
import org.hindcast.web.component.Redirect;

/** Somebody adds themselves, unless the operator closed the door. */
@Named
@RequestScoped
public class RegisterPage {

    @Inject
    private UserService users;

    @Inject
    private Settings settings;

    @Inject
    private SignedIn me;

    @Inject
    private Notes notes;

    @Inject
    private HttpServletRequest request;

    private final User user = new User();

    @Size(min = UserService.SHORTEST_PASSWORD, max = UserService.LONGEST_PASSWORD)
    private String password = "";

    private String confirm = "";

    /** Somebody who is in already has an account. */
    public void leaveWhenSignedIn() {
        if (me.isAuthenticated()) {
            Redirect.to(request.getContextPath() + "/");
        }
    }

    public boolean isOpen() {
        return settings.registrationOpen();
    }

    public void register() {
        if (!isOpen()) {
            throw new Refusal("register.closed");
        }
        if (!password.equals(confirm)) {
            throw Refusal.at("confirm", "user.password.unequal");
        }
        users.assign(user, password);
        users.register(user);
        notes.success("register.done");
        Redirect.to(request.getContextPath() + "/signin");
    }

    public User getUser() {
        return user;
    }

    public String getZone() {
        return user.getTimeZone();
    }

    /** Where the browser's clock stands; UTC when it says nothing that anybody knows. */
    public void setZone(String zone) {
        if (zone != null && ZoneId.getAvailableZoneIds().contains(zone)) {
            user.setTimeZone(zone);
        }
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
