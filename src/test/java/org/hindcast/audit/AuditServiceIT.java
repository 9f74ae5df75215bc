package org.hindcast.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.annotation.Resource;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hindcast.Refusal;
import org.hindcast.log.Trace;
import org.hindcast.persistence.Actor;
import org.hindcast.persistence.Changed;
import org.hindcast.persistence.Query;
import org.hindcast.user.Role;
import org.hindcast.user.RoleService;
import org.hindcast.user.User;
import org.hindcast.user.UserService;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
@Tag("thread")
class AuditServiceIT {

    @Inject
    private AuditService audit;

    @Inject
    private UserService users;

    @Inject
    private RoleService roles;

    @Inject
    private Event<Changed> events;

    @Inject
    private Event<Changed.Many> many;

    @Resource
    private UserTransaction transaction;

    @Test
    @DisplayName(
            "SEC-25: what was done to a record can be read there, the newest first, with the values before and after")
    void a_record_has_its_history() {
        User person = users.create(person(), "a password", Actor.SYSTEM);
        User changed = users.find(person.getId());
        changed.setFirstName("Grace");
        changed.addRole(roles.named("Manager"));
        users.update(changed, changed.getVersion(), Actor.SYSTEM);
        users.delete(person.getId(), null, Actor.SYSTEM);

        List<Past> history = audit.history("users", person.getId(), 0, 10);
        assertEquals(
                List.of("delete", "edit", "create"),
                history.stream().map(Past::action).toList());
        Past edit = history.get(1);
        assertTrue(edit.fields().contains(new Changed.Field("firstName", "Ada", "Grace")), edit::toString);
        assertTrue(edit.fields().contains(new Changed.Field("roles", "Member", "Manager, Member")), edit::toString);
        assertTrue(Duration.between(edit.at(), OffsetDateTime.now()).abs().toMinutes() < 5);
        assertEquals(
                List.of("edit"),
                audit.history("users", person.getId(), 1, 1).stream()
                        .map(Past::action)
                        .toList());
        assertEquals(edit.fields(), audit.changes(edit.id()));
    }

    @Test
    void what_changed_in_some_rooms_is_read_without_what_only_happened_there() {
        events.fire(Changed.act("create", Actor.SYSTEM, "some tests", "1", "one"));
        events.fire(Changed.act("sign-in", Actor.SYSTEM, "some tests", "1", "one"));
        events.fire(Changed.act("edit", Actor.SYSTEM, "other tests", "2", "two"));
        events.fire(Changed.act("delete", Actor.SYSTEM, "no tests", "3", "three"));
        List<String> told = audit.latest(List.of("some tests", "other tests"), 2).stream()
                .map(AuditEntry::toString)
                .toList();
        assertEquals(List.of("system edit other tests two", "system create some tests one"), told);
    }

    @Test
    @DisplayName("S0-30: no secret is in the audit")
    void the_hash_of_a_password_is_not_told() {
        User person = users.create(person(), "a password", Actor.SYSTEM);
        String told = audit.history("users", person.getId(), 0, 10).toString();
        assertTrue(told.contains("passwordHash") && !told.contains("PBKDF2"), told);
    }

    @Test
    @DisplayName("S1-03: an act that is rolled back was not done; a refusal was")
    void only_what_was_done_is_told_and_what_was_refused() throws Exception {
        String done = UUID.randomUUID().toString();
        String refused = UUID.randomUUID().toString();
        transaction.begin();
        events.fire(Changed.act("test", Actor.SYSTEM, "tests", done, "done"));
        events.fire(Changed.act(Changed.REFUSED, Actor.SYSTEM, "tests", refused, "refused"));
        transaction.rollback();
        assertTrue(audit.history("tests", done, 0, 1).isEmpty());
        assertEquals(1, audit.history("tests", refused, 0, 1).size());
    }

    @Test
    void an_act_is_told_with_the_request_that_it_came_in_and_on_one_line() {
        String object = UUID.randomUUID().toString();
        Trace before = Trace.current().orElse(null);
        Trace.begin(new Trace("abcdef012345", "192.0.2.7"));
        List<Changed.Field> fields =
                List.of(new Changed.Field("text", "a\r\nb", null), new Changed.Field("also", null, "\u0000"));
        events.fire(new Changed("test", Actor.SYSTEM, "tests", object, "first\nsecond", fields));
        restore(before);

        Query query =
                Query.of(1, "name", "address", "request", "actor", "actorId").and(is("object", object));
        var row = audit.rows(query).get(0);
        assertEquals("first\\nsecond", row.get("name"));
        assertEquals("192.0.2.7", row.get("address"));
        assertEquals("abcdef012345", row.get("request"));
        assertEquals("system", row.get("actor"));
        assertNull(row.get("actorId"));
        assertEquals(
                List.of(new Changed.Field("also", null, "\\u0000"), new Changed.Field("text", "a\\r\\nb", null)),
                audit.history("tests", object, 0, 1).get(0).fields());
    }

    @Test
    void thousands_of_acts_are_told_in_order() {
        String room = UUID.randomUUID().toString();
        List<Changed> acts = IntStream.range(0, 3_000)
                .mapToObj(i -> new Changed(
                        "test", Actor.SYSTEM, room, "" + i, "n" + i, List.of(new Changed.Field("f", null, "v" + i))))
                .toList();
        many.fire(new Changed.Many(acts));
        Query query = new Query(0, 5_000, List.of(), List.of(is("room", room)), "", List.of("object"));
        assertEquals(
                IntStream.range(0, 3_000).mapToObj(String::valueOf).collect(Collectors.joining(",")),
                audit.rows(query).stream()
                        .map(row -> row.get("object").toString())
                        .collect(Collectors.joining(",")));
        assertEquals(
                "v2999", audit.history(room, 2999, 0, 1).get(0).fields().get(0).after());
    }

    @Test
    void nobody_writes_changes_or_deletes_an_entry_by_a_service() {
        assertThrows(Refusal.Forbidden.class, () -> audit.create(new AuditEntry(), Actor.SYSTEM));
        assertThrows(Refusal.Forbidden.class, () -> audit.update(new AuditEntry(), 0, Actor.SYSTEM));
        assertThrows(Refusal.Forbidden.class, () -> audit.delete(1, null, Actor.SYSTEM));
        assertEquals(List.of("read", "export"), audit.actions());
    }

    private static Query.Filter is(String field, Object value) {
        return new Query.Filter(field, Query.Test.EQUALS, value);
    }

    private static void restore(Trace before) {
        if (before == null) {
            Trace.end();
        } else {
            Trace.begin(before);
        }
    }

    private User person() {
        String name = "audit." + UUID.randomUUID();
        User user = new User();
        user.setUsername(name);
        user.setEmail(name + "@example.org");
        user.setFirstName("Ada");
        user.setLastName("Lovelace");
        user.addRole(roles.named(Role.MEMBER));
        return user;
    }
}
