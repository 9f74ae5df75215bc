package org.hindcast.user;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.util.Base64;
import org.hindcast.log.Console;
import org.hindcast.persistence.Actor;
import org.hindcast.persistence.Turns;
import org.hindcast.schema.Ready;
import org.hindcast.settings.Settings;

/** Somebody must be able to let others in: an empty registry gets an administrator, whose password the console shows once. */
@ApplicationScoped
public class FirstAdministrator {

    private static final int APPOINTMENT = 0x41444d;

    @Inject
    private UserService users;

    @Inject
    private RoleService roles;

    @Inject
    private Settings settings;

    @Inject
    private Turns turns;

    @Transactional
    void appoint(@Observes @jakarta.annotation.Priority(100) Ready ready) {
        turns.await(APPOINTMENT);
        if (users.none()) {
            String given = settings.adminPassword();
            String password = given.isEmpty() ? random() : given;
            users.create(administrator(), password, Actor.SYSTEM);
            announce(given.isEmpty() ? password : "as set in HINDCAST_ADMIN_PASSWORD");
        }
    }

    private User administrator() {
        User user = new User();
        user.setUsername("admin");
        user.setEmail("admin@localhost.localdomain");
        user.setFirstName("First");
        user.setLastName("Administrator");
        user.addRole(roles.named(Role.ADMIN));
        return user;
    }

    private static void announce(String password) {
        Console.say("");
        Console.say("  First administrator   admin");
        Console.say("  Password              " + password);
        Console.say("  It is shown this once. Change it under Account.");
        Console.say("");
    }

    private static String random() {
        byte[] bytes = new byte[15];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
