package org.hindcast.user;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import org.hindcast.Refusal;
import org.hindcast.password.Passwords;
import org.hindcast.persistence.Actor;
import org.hindcast.persistence.Broken;
import org.hindcast.persistence.Changed;
import org.hindcast.persistence.NativeSql;

/**
 * People by the thousand from a CSV file: all of them or none. Whoever was imported has no password that anybody knows. Ten
 * thousand lines take a few statements to check and a few for each {@value #CHUNK} to store, which is why this is SQL.
 */
@ApplicationScoped
@Transactional
public class UserImportService {

    private static final int CHUNK = 500;
    private static final String SEPARATOR = "\u001f";
    private static final String TAKEN_EMAIL = """
            select n.place from unnest(string_to_array(cast(? as text), chr(31))) with ordinality as n (value, place)
            join users u on u.email = n.value
            """;
    private static final String TAKEN_USERNAME = """
            select n.place from unnest(string_to_array(cast(? as text), chr(31))) with ordinality as n (value, place)
            join users u on lower(u.username) = lower(n.value)
            """;
    private static final String PEOPLE =
            "insert into users (username, email, first_name, last_name, password_hash, active) values %s returning email, id";
    private static final String ROLES = "insert into user_roles (user_id, role_id) values %s";

    @PersistenceContext
    private EntityManager em;

    @Inject
    private PeopleCheck check;

    @Inject
    private Passwords passwords;

    @Inject
    private Event<Changed> one;

    @Inject
    private Event<Changed.Many> many;

    /**
     * What would happen; changes nothing.
     *
     * @param headings what columns are called on pages, to {@link PeopleFile#COLUMNS}
     * @throws Refusal when it is no such file at all
     */
    public ImportReport check(byte[] bytes, Map<String, String> headings, Actor actor) {
        PeopleFile file = PeopleFile.read(bytes, headings);
        return ImportReport.of(file, errors(file, actor));
    }

    /**
     * Imports all, or none when one line is wrong by now.
     *
     * @param name of the file, for the audit
     * @param progress is told how many are stored; what it throws ends the import and undoes it
     * @return how many people were imported
     */
    public int run(Upload upload, Actor actor, IntConsumer progress) {
        PeopleFile file = PeopleFile.read(upload.bytes(), upload.headings());
        if (!errors(file, actor).isEmpty()) {
            throw new Refusal("import.changed");
        }
        String unknown = passwords.hash(UUID.randomUUID().toString());
        List<User> people = file.rows().stream().map(PeopleFile.Row::user).toList();
        try {
            for (int done = 0; done < people.size(); done += CHUNK) {
                progress.accept(done);
                store(people.subList(done, Math.min(done + CHUNK, people.size())), unknown, actor);
            }
        } catch (PersistenceException e) {
            throw Broken.rule(e) instanceof Refusal ? new Refusal("import.changed") : e;
        }
        one.fire(Changed.act("import", actor, "users", null, upload.name() + ": " + people.size()));
        progress.accept(people.size());
        return people.size();
    }

    /** A file that was sent. @param headings what columns are called on pages, to {@link PeopleFile#COLUMNS} */
    public record Upload(String name, byte[] bytes, Map<String, String> headings) {}

    private List<ImportError> errors(PeopleFile file, Actor actor) {
        List<ImportError> errors = new ArrayList<>(file.errors());
        errors.addAll(check.errors(file.rows(), actor));
        errors.addAll(taken(TAKEN_EMAIL, file.rows(), "email", User::getEmail));
        errors.addAll(taken(TAKEN_USERNAME, file.rows(), "username", User::getUsername));
        return errors;
    }

    private List<ImportError> taken(
            String sql, List<PeopleFile.Row> rows, String column, Function<User, String> value) {
        String all = rows.stream()
                .map(row -> value.apply(row.user()).replace(SEPARATOR, ""))
                .collect(Collectors.joining(SEPARATOR));
        List<?> places = em.createNativeQuery(sql).setParameter(1, all).getResultList();
        return places.stream()
                .map(place -> rows.get(((Number) place).intValue() - 1))
                .map(row -> new ImportError(
                        row.line(),
                        column,
                        PeopleFile.cut(value.apply(row.user())),
                        "refusal.taken." + column,
                        List.of()))
                .toList();
    }

    private void store(List<User> people, String hash, Actor actor) {
        List<Object> values = new ArrayList<>();
        for (User user : people) {
            Collections.addAll(
                    values,
                    user.getUsername(),
                    user.getEmail(),
                    user.getFirstName(),
                    user.getLastName(),
                    hash,
                    user.isActive());
        }
        Map<String, Integer> numbers = new HashMap<>();
        for (Object row :
                query(PEOPLE, "(?, ?, ?, ?, ?, ?)", people.size(), values).getResultList()) {
            numbers.put((String) ((Object[]) row)[0], ((Number) ((Object[]) row)[1]).intValue());
        }
        List<Object> roles = new ArrayList<>();
        for (User user : people) {
            user.getRoles().forEach(role -> Collections.addAll(roles, numbers.get(user.getEmail()), role.getId()));
        }
        query(ROLES, "(?, ?)", roles.size() / 2, roles).executeUpdate();
        many.fire(new Changed.Many(people.stream()
                .map(user -> told(user, numbers.get(user.getEmail()), actor))
                .toList()));
    }

    private Query query(String sql, String group, int times, List<Object> values) {
        return NativeSql.query(
                em, sql.formatted(String.join(", ", Collections.nCopies(times, group))), values.toArray());
    }

    private static Changed told(User user, Integer id, Actor actor) {
        String roles = user.getRoles().stream().map(Role::getName).collect(Collectors.joining(", "));
        List<Changed.Field> fields = List.of(
                new Changed.Field("active", null, String.valueOf(user.isActive())),
                new Changed.Field("email", null, user.getEmail()),
                new Changed.Field("firstName", null, user.getFirstName()),
                new Changed.Field("lastName", null, user.getLastName()),
                new Changed.Field("roles", null, roles),
                new Changed.Field("username", null, user.getUsername()));
        return new Changed("create", actor, "users", id.toString(), user.toString(), fields);
    }
}
