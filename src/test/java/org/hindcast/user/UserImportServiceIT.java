package org.hindcast.user;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hindcast.Refusal;
import org.hindcast.audit.AuditService;
import org.hindcast.audit.Past;
import org.hindcast.persistence.Actor;
import org.hindcast.persistence.Query;
import org.hindcast.user.UserImportService.Upload;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
@Tag("thread")
class UserImportServiceIT {

    private static final String HEAD = "username,email,first_name,last_name,roles,active\n";

    @Inject
    private UserImportService imports;

    @Inject
    private UserService users;

    @Inject
    private AuditService audit;

    @Resource
    private ManagedExecutorService executor;

    private final String mark = "i" + UUID.randomUUID().toString().substring(0, 8);

    @AfterEach
    void forget() {
        imported().forEach(id -> users.delete(id, null, Actor.SYSTEM));
    }

    @Test
    void everybody_in_the_file_comes_in_with_their_roles_and_a_history() {
        List<Integer> told = new ArrayList<>();
        assertEquals(
                2,
                imports.run(
                        upload(line("ada", "Manager,member", "yes") + line("Grace", "", "no")),
                        Actor.SYSTEM,
                        told::add));
        assertEquals(List.of(0, 2), told);

        User ada = users.find(users.credentials(mark + "ada").orElseThrow().id());
        assertEquals(
                List.of("Manager", "Member"),
                ada.getRoles().stream().map(Role::getName).toList());
        assertTrue(ada.isActive());
        assertFalse(users.credentials(mark + "GRACE").orElseThrow().active());
        Past created = audit.history("users", ada.getId(), 0, 5).get(0);
        assertEquals("create", created.action());
        assertTrue(created.fields().toString().contains("Manager, Member"), created::toString);
        Query imports = Query.of(10, "name")
                .and(new Query.Filter("action", Query.Test.EQUALS, "import"))
                .and(new Query.Filter("name", Query.Test.CONTAINS, mark));
        assertEquals(1, audit.rows(imports).size());
    }

    @Test
    @DisplayName("S2-46: whoever was imported has a hash as everybody has, of a password that nobody knows")
    void nobody_knows_their_passwords() {
        imports.run(upload(line("ada", "", "")), Actor.SYSTEM, done -> {});
        assertTrue(users.credentials(mark + "ada").orElseThrow().hash().startsWith("PBKDF2WithHmacSHA256:"));
    }

    @Test
    void a_check_tells_everything_that_is_wrong_and_stores_nothing() {
        imports.run(upload(line("there", "", "")), Actor.SYSTEM, done -> {});
        String file = line("THERE", "", "")
                + line("ada", "Bos", "")
                + line("ADA", "", "")
                + "x,nobody@,," + "L".repeat(101) + ",,\n"
                + mark + " blank," + mark + "z@example.org,Z,Z,,\n"
                + line("grace", "", "");
        ImportReport report = imports.check(upload(file).bytes(), Map.of(), Actor.SYSTEM);
        Set<String> errors = report.errors().stream()
                .map(e -> e.line() + " " + e.column() + " " + e.key())
                .collect(Collectors.toSet());
        assertEquals(
                Set.of(
                        "2 email refusal.taken.email",
                        "2 username refusal.taken.username",
                        "3 roles import.wrong.role",
                        "4 email import.wrong.twice",
                        "4 username import.wrong.twice",
                        "5 username import.wrong.Size",
                        "5 email import.wrong.Email",
                        "5 first_name import.wrong.NotBlank",
                        "5 last_name import.wrong.Size",
                        "6 username user.username.characters"),
                errors);
        assertEquals(5, report.wrong());
        assertEquals(1, report.people());
        assertEquals(1, imported().size());
    }

    @Test
    @DisplayName("S2-08: two who import the same people at once: one does, the other is told, nothing is half-stored")
    void what_was_taken_since_the_check_stops_all_of_it() {
        Upload file = upload(lines(700) + line("last", "", ""));
        assertTrue(imports.check(file.bytes(), Map.of(), Actor.SYSTEM).isGood());
        Refusal refusal = assertThrows(
                Refusal.class,
                () -> imports.run(file, Actor.SYSTEM, done -> {
                    if (done == 500) {
                        inAnotherThread(() -> imports.run(upload(line("last", "", "")), Actor.SYSTEM, d -> {}));
                    }
                }));
        assertEquals("import.changed", refusal.key());
        assertEquals(1, imported().size());
    }

    @Test
    void an_import_that_is_stopped_leaves_nothing() {
        assertThrows(
                CancellationException.class,
                () -> imports.run(upload(lines(700)), Actor.SYSTEM, done -> {
                    if (done > 0) {
                        throw new CancellationException();
                    }
                }));
        assertEquals(List.of(), imported());
    }

    @Test
    void nobody_brings_in_people_who_may_more_than_they_may() {
        Who manager = new Who(
                1,
                "m",
                "m@example.org",
                "M",
                "",
                "UTC",
                true,
                0,
                Set.of("Manager"),
                Set.of("users.read", "users.import"),
                null);
        ImportReport report = imports.check(
                upload(line("ada", "Admin", "") + line("grace", "Member", "")).bytes(), Map.of(), manager);
        assertEquals(
                List.of("import.wrong.role.above"),
                report.errors().stream().map(ImportError::key).toList());
    }

    @Test
    void many_errors_are_counted_but_not_all_listed() {
        String file = IntStream.range(0, 300).mapToObj(i -> "x,y,z,\n").collect(Collectors.joining());
        ImportReport report =
                imports.check((HEAD.replace(",roles,active", "") + file).getBytes(UTF_8), Map.of(), Actor.SYSTEM);
        assertEquals(300, report.wrong());
        assertEquals(ImportReport.SHOWN, report.errors().size());
        assertEquals(2, report.errors().get(0).line());
    }

    private void inAnotherThread(Runnable work) {
        try {
            executor.submit(work).get(30, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    private Upload upload(String lines) {
        return new Upload(mark + ".csv", (HEAD + lines).getBytes(UTF_8), Map.of());
    }

    private String lines(int count) {
        return IntStream.range(0, count).mapToObj(i -> line("p" + i, "", "")).collect(Collectors.joining());
    }

    private String line(String name, String roles, String active) {
        return "%1$s%2$s,%1$s%2$s@example.org,First,Last,\"%3$s\",%4$s\n".formatted(mark, name, roles, active);
    }

    private List<Integer> imported() {
        Query query = new Query(0, 2_000, List.of(), List.of(), mark, List.of());
        return users.rows(query).stream().map(row -> (Integer) row.get("id")).toList();
    }
}
