package org.hindcast.web.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.hindcast.persistence.Conflict;
import org.hindcast.security.SignedIn;
import org.hindcast.user.User;
import org.hindcast.user.UserService;
import org.hindcast.web.component.Asked;
import org.hindcast.web.component.ErrorHandler;
import org.hindcast.web.component.Notes;
import org.hindcast.web.component.Redirect;
import org.hindcast.web.reader.Frame;

/** What people say about themselves, and how the product speaks to them. Everybody may edit their own. */
@Named
@RequestScoped
public class AccountPage {

    @Inject
    private UserService users;

    @Inject
    private SignedIn me;

    @Inject
    private Asked asked;

    @Inject
    private Notes notes;

    @Inject
    private HttpServletRequest request;

    private User user;

    public User getUser() {
        if (user == null) {
            user = users.find(me.getId());
        }
        return user;
    }

    /** The version that the person saw; after a conflict the one that stands now, so that saving again keeps theirs. */
    public int getVersion() {
        Conflict conflict = (Conflict) request.getAttribute(ErrorHandler.CONFLICT);
        if (conflict != null) {
            return conflict.stored();
        }
        return asked.has("version") ? asked.number("version") : getUser().getVersion();
    }

    public List<String> getLanguages() {
        return Frame.LANGUAGES;
    }

    public void save() {
        users.update(getUser(), asked.number("version"), me.actor());
        notes.success("account.saved");
        Redirect.to(request.getContextPath() + "/account/account");
    }
}
