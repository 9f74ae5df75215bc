package org.hindcast.web.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import org.hindcast.security.SignedIn;
import org.hindcast.user.ApiToken;
import org.hindcast.user.Scope;
import org.hindcast.user.TokenService;
import org.hindcast.web.component.Asked;
import org.hindcast.web.component.Notes;
import org.hindcast.web.component.Redirect;

/**
 * A person's tokens. A new secret is shown in the answer to the form itself: after a redirect it would have to wait for the page
 * in a cookie, an address or a session. Sent again by a reload, the form is refused, since the name is taken.
 */
@Named
@RequestScoped
public class TokensPage {

    private static final String FORM = "create";
    private static final String SCOPES = "scopes";
    private static final List<Integer> LIVES = List.of(7, 30, 90, TokenService.LONGEST_LIFE);

    @Inject
    private TokenService tokens;

    @Inject
    private SignedIn me;

    @Inject
    private Notes notes;

    @Inject
    private Asked asked;

    private List<ApiToken> all;
    private String name = "";
    private int days = TokenService.LONGEST_LIFE;
    private String secret;
    private String created;

    /** The newest first. */
    public List<ApiToken> getAll() {
        if (all == null) {
            all = tokens.of(me.getId());
        }
        return all;
    }

    public void create() {
        secret = tokens.create(me.actor(), name, scopes(), days);
        created = name;
        name = "";
        days = TokenService.LONGEST_LIFE;
        all = null;
        FacesContext.getCurrentInstance().getExternalContext().setResponseHeader("Cache-Control", "no-store");
    }

    /** The one that was seen: which line it stood in may have changed by now. */
    public void revoke() {
        notes.success(
                "token.revoked",
                tokens.revoke(asked.number("token"), me.actor()).getName());
        Redirect.to(FacesContext.getCurrentInstance().getExternalContext().getRequestContextPath() + "/account/tokens");
    }

    /** What the boxes say that were ticked. */
    private List<Scope> scopes() {
        return asked.values(SCOPES).stream()
                .map(Scope::named)
                .flatMap(Optional::stream)
                .toList();
    }

    /** Everything that a token may be for. */
    public List<Scope> getScopes() {
        return List.of(Scope.values());
    }

    /** Whether its box is ticked: reading, before anything was and once a token was made. */
    public boolean holds(Scope scope) {
        return asked.has(FORM) && secret == null ? asked.values(SCOPES).contains(scope.key()) : scope == Scope.READ;
    }

    /** Of the token that was just made, for this once; else null. */
    public String getSecret() {
        return secret;
    }

    /** What that token is called. */
    public String getCreated() {
        return created;
    }

    public List<Integer> getLives() {
        return LIVES;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public int getDays() {
        return days;
    }

    public void setDays(int days) {
        this.days = days;
    }
}
