package org.hindcast.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.hindcast.support.Crowd;
import org.hindcast.support.Crowd.Answer;
import org.hindcast.support.Hindcast;
import org.hindcast.support.Person;
import org.hindcast.support.Visitor;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Many people at once. */
@ArquillianTest
@RunAsClient
class CrowdIT {

    private static final String NUMBERED = """
            insert into users (username, email, first_name, last_name, password_hash)
            select 'crowd' || n, 'crowd' || n || '@example.org', 'First' || n, 'Last' || n, password_hash
            from users, generate_series(1, 50) n where username = 'admin'
            """;

    @Test
    @DisplayName("S1-01: of fifty requests at once, each answers its own person")
    void everybody_sees_their_own_account() throws Exception {
        Person.asked(NUMBERED);
        List<Visitor> people = new ArrayList<>();
        for (int number = 1; number <= 50; number++) {
            people.add(new Person("crowd" + number, "crowd" + number + "@example.org", Hindcast.adminPassword())
                    .signedIn());
        }
        List<Answer> answers = Crowd.of(50, number -> people.get(number).request("account/account"));
        for (int number = 1; number <= 50; number++) {
            Document account = answers.get(number - 1).response().parse();
            assertEquals(
                    "crowd" + number + "@example.org", account.select("#email").val());
            assertEquals("Last" + number, account.select("#lastName").val());
        }
        Person.asked("delete from users where username like 'crowd%'");
    }
}
