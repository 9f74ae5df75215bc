package org.hindcast.user;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hindcast.Refusal;
import org.hindcast.persistence.Actor;
import org.hindcast.persistence.Broken;
import org.hindcast.persistence.Changed;
import org.hindcast.persistence.Deleting;
import org.hindcast.persistence.Glance;
import org.hindcast.persistence.Times;

/** Tokens: made and revoked by their owners, used by programs. */
@ApplicationScoped
@Transactional
public class TokenService {

    /** A token lives so many days at most. */
    public static final int LONGEST_LIFE = 365;

    private static final String ROOM = "tokens";
    private static final int MOST = 50;
    private static final String FIND = """
            select t.id, t.scopes, t.name,
                   t.epoch = u.session_epoch and u.active and t.revoked_at is null and t.expires_at > now(),
                   coalesce(t.last_used_at < now() - interval '1 minute', true),
            """
            + WhoService.WHO + " from tokens t join users u on u.id = t.user_id " + WhoService.ROLES
            + " where t.hash = ? group by t.id, u.id";

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Glance glance;

    @Inject
    private TokenUseService uses;

    @Inject
    private UserService users;

    @Inject
    private Permissions permissions;

    @Inject
    private Event<Changed> changed;

    /** Makes a token. @return its secret, for this once */
    public String create(Actor owner, String name, Collection<Scope> scopes, int days) {
        User user = users.find(owner.id());
        refuseNonsense(name, scopes, days);
        if (of(owner.id()).stream().filter(ApiToken::isAlive).count() >= MOST) {
            throw new Refusal("token.many", MOST);
        }
        String secret = TokenSecret.random();
        ApiToken token = new ApiToken(user, name, scopes, Times.now().plusDays(days));
        token.setHash(TokenSecret.hash(secret));
        try {
            em.persist(token);
            em.flush();
        } catch (PersistenceException e) {
            throw Broken.rule(e);
        }
        tell("create", owner, token.getId(), token.getName());
        return secret;
    }

    /** Somebody's tokens, the newest first; revoked ones are not shown any more. */
    public List<ApiToken> of(Integer user) {
        return em.createQuery(
                        "select t from ApiToken t join fetch t.user where t.user.id = :user and t.revokedAt is null order by t.id desc",
                        ApiToken.class)
                .setParameter("user", user)
                .getResultList();
    }

    /** From now on nobody comes in with it. @throws Refusal.Missing when it is somebody else's */
    public ApiToken revoke(Integer id, Actor actor) {
        ApiToken token = id == null ? null : em.find(ApiToken.class, id);
        if (token == null || !token.getUser().getId().equals(actor.id())) {
            throw Refusal.missing();
        }
        if (!token.isRevoked()) {
            token.revoke();
            tell("revoke", actor, token.getId(), token.getName());
        }
        return token;
    }

    /** Who comes with this secret, as far as its scopes reach; empty when it lets nobody in. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Optional<Pass> use(String secret) {
        return TokenSecret.isPlausible(secret)
                ? glance.row(FIND, TokenSecret.hash(secret)).flatMap(this::pass)
                : Optional.empty();
    }

    private Optional<Pass> pass(Object[] row) {
        Integer id = ((Number) row[0]).intValue();
        if (!(Boolean) row[3]) {
            refuse(id, row[2].toString());
            return Optional.empty();
        }
        if ((Boolean) row[4]) {
            uses.used(id);
        }
        Set<String> scopes = Set.of(row[1].toString().split(","));
        return Optional.of(new Pass(narrow(Who.of(row, 5), id, scopes), scopes));
    }

    private void refuse(Integer id, String name) {
        if (uses.refused(id)) {
            tell("refused", Actor.SYSTEM, id, name);
        }
    }

    /** The same person, with those of their permissions that the scopes cover. */
    private Who narrow(Who who, Integer token, Set<String> scopes) {
        Collection<String> all = who.roles().contains(Role.ADMIN) ? permissions.all() : who.permissions();
        return who.with(token, Scope.covered(all, scopes));
    }

    private static void refuseNonsense(String name, Collection<Scope> scopes, int days) {
        if (name == null || name.isBlank()) {
            throw Refusal.at("name", "token.name.missing");
        }
        if (name.codePointCount(0, name.length()) > 100) {
            throw Refusal.at("name", "token.name.long", 100);
        }
        if (scopes.isEmpty()) {
            throw Refusal.at("scopes", "token.scopes.none");
        }
        if (days < 1 || days > LONGEST_LIFE) {
            throw Refusal.at("days", "token.days", LONGEST_LIFE);
        }
    }

    private void tell(String action, Actor actor, Integer id, String name) {
        changed.fire(Changed.act(action, actor, ROOM, id, name));
    }

    void consider(@Observes Deleting deleting) {
        if (deleting.record() instanceof User user) {
            deleting.goesWith(ROOM, of(user.getId()).size());
        }
    }

    /** Somebody who came with a token. @param scopes by their names */
    public record Pass(Who who, Set<String> scopes) {}
}
