package org.hindcast.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.hindcast.support.Hindcast;
import org.hindcast.support.Statements;
import org.hindcast.support.Visitor;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How often a page asks the database, the look for who is asking included: always the same, however much it shows. */
@ArquillianTest
@RunAsClient
class StatementsIT {

    @Test
    void the_sign_in_form_asks_nothing() throws Exception {
        assertEquals(0, statements(new Visitor(), "signin").count());
    }

    @ParameterizedTest
    @CsvSource({
        "'', 6",
        "models?q=co2-weekly, 2",
        "model?id=1, 7",
        "model?id=1&page=3, 7",
        "account/account, 3",
        "admin/users, 4",
        "admin/users?size=100, 4",
        "admin/users?page=7&size=50, 4",
        "admin/users?q=ada&f.active=true&f.roles=Member&sort=-email, 4",
        "admin/roles, 2"
    })
    void a_page_asks_as_often_however_much_it_shows(String page, long times) throws Exception { // S2-49
        Statements asked = statements(administrator(), page);
        assertEquals(times, asked.count(), asked::toString);
    }

    @ParameterizedTest
    @DisplayName("S2-49: every list takes at most four")
    @ValueSource(
            strings = {
                "admin/audit",
                "admin/audit?size=100",
                "admin/projects",
                "admin/models",
                "admin/datasets",
                "admin/versions",
                "projects",
                "datasets",
                "versions",
                "people"
            })
    void a_list_asks_at_most_four_times(String page) throws Exception {
        Statements asked = statements(administrator(), page);
        assertTrue(asked.count() > 0 && asked.count() <= 4, asked::toString);
    }

    @Test
    void a_list_that_is_filtered_sorted_and_shown_by_owner_looks_each_owner_up_once() throws Exception {
        Statements asked = statements(administrator(), "datasets?f.owner.fullName=a&sort=owner.fullName");
        List<String> lists = asked.times().keySet().stream()
                .map(String::toLowerCase)
                .filter(statement -> statement.contains("limit") && statement.contains("size_mb"))
                .toList();
        assertEquals(1, lists.size(), asked::toString);
        assertEquals(2, lists.get(0).split("\\busers\\b", -1).length, lists.get(0));
    }

    private static Visitor administrator() throws Exception {
        Visitor visitor = new Visitor();
        visitor.press(
                visitor.page("signin"),
                "#submit",
                Map.of("email", Hindcast.ADMIN, "password", Hindcast.adminPassword()));
        return visitor;
    }

    private static Statements statements(Visitor visitor, String page) throws Exception {
        visitor.page(page);
        return Statements.during(() -> visitor.page(page));
    }
}
