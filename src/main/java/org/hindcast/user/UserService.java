package org.hindcast.user;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Path;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import jakarta.persistence.criteria.Subquery;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hindcast.Refusal;
import org.hindcast.password.Passwords;
import org.hindcast.persistence.Actor;
import org.hindcast.persistence.Characters;
import org.hindcast.persistence.Computed;
import org.hindcast.persistence.Condition;
import org.hindcast.persistence.CrudService;
import org.hindcast.persistence.Query.Filter;
import org.hindcast.settings.Settings;

/** People: who there is, who they are at sign-in, and what they may be made. */
@ApplicationScoped
@Transactional
public class UserService extends CrudService<User> {

    /** Leaves the version alone: whoever edits this person meanwhile is not in conflict with that, nor is their new password lost. */
    private static final String SIGNED_IN = """
            update users set last_login_at = now(), login_count = coalesce(login_count, 0) + 1,
                   password_hash = case password_hash when ? then ? else password_hash end
            where id = ?
            """;

    /** Characters that a password has at least; length is what counts, see NIST SP 800-63B. */
    public static final int SHORTEST_PASSWORD = 8;

    /** Characters that a password has at most. */
    public static final int LONGEST_PASSWORD = Settings.LONGEST_PASSWORD;

    @Inject
    private Passwords passwords;

    @Inject
    private RoleService roles;

    @Inject
    private AdministratorService administrators;

    public UserService() {
        super(User.class, "users", "searchText");
    }

    /** Whom this email address or username means, in any case of letters. */
    public Optional<Credentials> credentials(String login) {
        return em.createQuery(
                        "select u from User u where u.email = :email or lower(u.username) = lower(:name)", User.class)
                .setParameter("email", User.normalEmail(login))
                .setParameter("name", Characters.stripped(login))
                .getResultStream()
                .map(u -> new Credentials(u.getId(), u.getUsername(), u.getPasswordHash(), u.isActive()))
                .findFirst();
    }

    /** Writes down that this person signed in. @param hash of their password in place of the one that was checked, or the same */
    public void signedIn(Credentials person, String hash) {
        em.createNativeQuery(SIGNED_IN)
                .setParameter(1, person.hash())
                .setParameter(2, hash)
                .setParameter(3, person.id())
                .executeUpdate();
    }

    /** Keeps the language in which this person reads. */
    public void speak(Integer id, String language) {
        em.find(User.class, id).setLanguage(language);
    }

    /** Adds a person. @param password as typed; only its hash is kept */
    public User create(User user, String password, Actor actor) {
        user.setPasswordHash(passwords.hash(password));
        return create(user, actor);
    }

    /** Somebody adds themselves: with the role that everybody has at first. */
    public User register(User user) {
        user.addRole(roles.named(Role.MEMBER));
        return create(user, Actor.SYSTEM);
    }

    /** Gives a person the password typed for them, when one was; nobody else's sessions go on with it. */
    public void assign(User user, String password) {
        boolean typed = password != null && !password.isEmpty();
        if (!typed && user.getId() == null) {
            throw Refusal.at("password", "user.password.missing");
        }
        if (typed && (password.length() < SHORTEST_PASSWORD || password.length() > LONGEST_PASSWORD)) {
            throw Refusal.at("password", "user.password.length", SHORTEST_PASSWORD, LONGEST_PASSWORD);
        }
        if (typed) {
            user.setPasswordHash(passwords.hash(password));
            user.endSessions();
        }
    }

    /** Lets a person in, or keeps them out from now on. */
    public void activate(Integer id, boolean active, Actor actor) {
        User user = find(id);
        em.detach(user);
        user.setActive(active);
        update(user, user.getVersion(), actor);
    }

    /** Gives a person one more role. */
    public void addRole(Integer id, Role role, Actor actor) {
        User user = find(id);
        em.detach(user);
        user.addRole(role);
        update(user, user.getVersion(), actor);
    }

    public boolean none() {
        return em.createQuery("select u.id from User u", Integer.class)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /** Whether nobody has come yet but the first administrator. */
    public boolean onlyOne() {
        return em.createQuery("select u.id from User u", Integer.class)
                        .setMaxResults(2)
                        .getResultList()
                        .size()
                == 1;
    }

    /** Who came first. */
    public User first() {
        return em.createQuery("select u from User u order by u.id", User.class)
                .setMaxResults(1)
                .getSingleResult();
    }

    /** Adds people by the thousand, without a password that anybody knows. */
    public void addAll(List<User> people) {
        String unknown = passwords.hash(java.util.UUID.randomUUID().toString());
        for (User person : people) {
            person.setPasswordHash(unknown);
            em.persist(person);
        }
    }

    @Override
    protected void permit(User before, User after, Actor actor) {
        administrators.permit(before, after, actor);
    }

    @Override
    protected void check(User user) {
        if (user.getId() != null) {
            administrators.keepOne(user);
        }
        refuseTaken(user);
    }

    @Override
    protected void fetch(User user) {
        user.getRoles();
    }

    @Override
    protected Map<String, String> more(User user) {
        return Map.of("roles", user.getRoles().stream().map(Role::getName).collect(Collectors.joining(", ")));
    }

    @Override
    protected Map<String, Computed> computed() {
        return Map.of("roles", new Computed("role_names", String.class));
    }

    @Override
    protected Condition<User> condition(Filter filter) {
        return filter.field().equals("roles") ? (root, query, cb) -> hasRole(root, query, cb, filter.value()) : null;
    }

    /**
     * By the role's number: only by it can the database tell whether many or few have the role. Nobody has a role twice, so
     * that a join finds each person once, in the order of their numbers. In another order it might go through everybody in
     * that order for the few who have the role; then it is asked for all who have it.
     */
    private static Predicate hasRole(Root<User> root, CriteriaQuery<?> query, CriteriaBuilder cb, Object role) {
        String field = role instanceof Integer ? "id" : "name";
        List<?> orders = query.getOrderList(); // null where nothing is sorted and EclipseLink asks
        if (orders == null || orders.size() <= 1) {
            return cb.equal(root.join("roles").get(field), role);
        }
        Subquery<Integer> having = query.subquery(Integer.class);
        Path<Role> one = having.correlate(root).join("roles");
        return cb.exists(having.select(one.get("id")).where(cb.equal(one.get(field), role)));
    }

    private void refuseTaken(User user) {
        refuseTaken("email", user.getEmail(), user.getId());
        refuseTaken("username", user.getUsername(), user.getId());
    }

    private void refuseTaken(String field, String value, Integer own) {
        String query = field.equals("email")
                ? "select u.id from User u where u.email = :value"
                : "select u.id from User u where lower(u.username) = lower(:value)";
        List<Integer> owners = em.createQuery(query, Integer.class)
                .setParameter("value", value)
                .getResultList();
        if (owners.stream().anyMatch(id -> !id.equals(own))) {
            throw Refusal.at(field, "refusal.taken");
        }
    }
}
