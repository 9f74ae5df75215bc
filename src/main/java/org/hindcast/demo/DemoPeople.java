package org.hindcast.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.hindcast.user.Role;
import org.hindcast.user.RoleService;
import org.hindcast.user.User;
import org.hindcast.user.UserService;

/** A thousand plausible people, always the same ones. Nobody knows their passwords. */
@ApplicationScoped
class DemoPeople {

    private static final int HOW_MANY = 1_000;
    private static final long SEED = 1958;
    private static final String[] FIRST = {
        "Ada",
        "Ahmed",
        "Aiko",
        "Alan",
        "Amara",
        "Anna",
        "Barbara",
        "Björn",
        "Carlos",
        "Chen",
        "Dorothy",
        "Edsger",
        "Elif",
        "Emmy",
        "Fatima",
        "Frances",
        "Grace",
        "Hedy",
        "Ingrid",
        "Ivan",
        "Jamal",
        "Jürgen",
        "Katherine",
        "Kofi",
        "Lena",
        "Linus",
        "Margaret",
        "Mei",
        "Nadia",
        "Niklaus",
        "Olga",
        "Pablo",
        "Priya",
        "Radia",
        "Rosalind",
        "Sofia",
        "Tariq",
        "Ursula",
        "Wanjiru",
        "Zoë"
    };
    private static final String[] LAST = {
        "Almeida", "Andersson", "Bauer", "Becker", "Chandra", "Diallo", "Dubois", "Evans", "Fischer", "García",
                "Haddad", "Hansen",
        "Hoffmann", "Ivanova", "Jensen", "Kaya", "Keller", "Kim", "Kovács", "Lindqvist", "Lovelace", "Mbeki", "Moreau",
                "Müller",
        "Nakamura", "Nguyen", "Novak", "O'Brien", "Okafor", "Patel", "Petrov", "Rossi", "Sato", "Schmidt", "Silva",
                "Tanaka",
        "Turing", "van Dijk", "Wang", "Yılmaz"
    };

    @Inject
    private UserService users;

    @Inject
    private RoleService roles;

    @Transactional
    public void load() {
        Random random = new Random(SEED);
        Role member = roles.named(Role.MEMBER);
        List<User> people = new ArrayList<>();
        for (int i = 1; i <= HOW_MANY; i++) {
            people.add(person(random, i, member));
        }
        users.addAll(people);
    }

    private static User person(Random random, int number, Role role) {
        User user = new User();
        user.setFirstName(FIRST[random.nextInt(FIRST.length)]);
        user.setLastName(LAST[random.nextInt(LAST.length)]);
        String name = (user.getFirstName() + "." + user.getLastName())
                .replaceAll("[^\\p{L}.]", "")
                .toLowerCase(Locale.ROOT);
        user.setUsername(name + number);
        user.setEmail(ascii(name) + number + "@example.org");
        user.setActive(random.nextInt(20) > 0);
        user.addRole(role);
        return user;
    }

    private static String ascii(String name) {
        return java.text.Normalizer.normalize(name, java.text.Normalizer.Form.NFD)
                .replace('ı', 'i')
                .replaceAll("[^a-z.]", "");
    }
}
