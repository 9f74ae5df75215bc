package org.hindcast.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import org.hindcast.support.DatabaseOutage;
import org.hindcast.support.InBrowser;
import org.hindcast.support.Person;
import org.hindcast.support.Visitor;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What somebody sees who is refused: forms that come back, two editors of one record, and every page of problems. */
@ExtendWith({ArquillianExtension.class, InBrowser.class})
@RunAsClient
class ProblemsInBrowserIT {

    private static final String EMPTIED = """
            document.querySelectorAll('main input:not([type=hidden]):not([type=checkbox]):not([type=submit]), main textarea')
              .forEach(field => { field.value = ''; })
            """;

    /** Of forms made of the same parts, one in the light as well. */
    private static final List<String> IN_BOTH_WAYS = List.of("/signin", "/register", "/datasets?do=create");

    private final Person person = Person.stranger();

    @Test
    @DisplayName("S2-12: axe finds nothing on a form that comes back with errors")
    void forms_that_come_back_are_as_good_as_new(Page page) {
        Sight sight = new Sight(page);
        refused(sight, page, "/signin", "#submit");
        refused(sight, page, "/register", "#submit");
        sight.signIn();
        for (String room : List.of("projects", "datasets", "models", "versions", "admin/users", "admin/roles")) {
            refused(sight, page, "/" + room + "?do=create", "#save");
        }
        for (String button : List.of("#saveProfile", "#savePreferences", "#changePassword")) {
            refused(sight, page, "/account/account", button);
        }
        refused(sight, page, "/account/tokens", "#createToken");
        refused(sight, page, "/prediction?do=create&version=1", "#add");
        refused(sight, page, "/project?id=1", "#add");
        refused(sight, page, "/admin/users?do=bulk&act=role&ids=5", "#bulk");
        refused(sight, page, "/upload?version=1", "#check");
        refused(sight, page, "/admin/users-import", "#check");
        assertEquals(List.of(), sight.faults());
    }

    @Test // SEC-19
    void both_values_of_a_conflict_can_be_read(Page page) throws Exception {
        person.register(new Visitor(), Map.of());
        Sight sight = new Sight(page);
        sight.signIn();
        page.navigate("/admin/users?do=edit&id=" + person.stored("id"));
        Person.asked(
                "update users set version = version + 1, last_name = 'Theirs' where username = ? returning id",
                person.username());
        page.fill("#lastName", "Mine");
        page.click("#save");
        assertThat(page.locator("#conflict tbody tr > *")).hasText(new String[] {"Last name", "Theirs", "Mine"});
        sight.lookInBothWays("a conflict");
        assertEquals(List.of(), sight.faults());
        try {
            page.click("summary:has(+ form button[name=language])");
            page.click("button[name=language][value=de]");
            assertThat(page.locator("html[lang=de] #lastName")).hasValue("Mine");
            page.click("#save");
            assertThat(page.locator("#conflict")).containsText("Theirs");
        } finally {
            Person.asked("update users set language = '' where username = 'admin' returning 1");
        }
    }

    @ParameterizedTest
    @DisplayName("O3-14: every page of problems")
    @CsvSource({
        "/signin?next=%00, 400 Bad request",
        "/nothing-here, 404 Not found",
        "/do/preferences, 405 Method not allowed",
        "/admin/widgets, 500 Error"
    })
    void what_can_not_be_shown_is_told(String address, String code, Page page) throws Exception {
        Sight sight = new Sight(page);
        sight.signIn();
        Person.asked("alter table widgets rename to widgets_away");
        try {
            page.navigate(address);
        } finally {
            Person.asked("alter table widgets_away rename to widgets");
        }
        told(sight, page, code);
    }

    @Test // O3-14
    void what_a_role_does_not_include_is_told(Page page) throws Exception {
        person.register(new Visitor(), Map.of());
        Sight sight = new Sight(page);
        sight.signIn(person.email(), person.password());
        page.navigate("/admin/roles");
        told(sight, page, "403 Forbidden");
    }

    @Test // O3-14
    void a_page_that_was_open_for_too_long_is_told(Page page) {
        Sight sight = new Sight(page);
        sight.signIn();
        page.navigate("/account/account");
        page.evaluate("document.querySelector('#profile [name=\"jakarta.faces.ViewState\"]').value = '-123:456'");
        page.click("#saveProfile");
        told(sight, page, "Expired");
    }

    @Test // S0-19, O3-14
    void a_database_that_is_away_is_told(Page page) throws Exception {
        Sight sight = new Sight(page);
        sight.signIn();
        try (DatabaseOutage outage = new DatabaseOutage()) {
            page.navigate("/models");
        }
        told(sight, page, "503 Not available");
    }

    private static void told(Sight sight, Page page, String code) {
        assertThat(page.locator(".code-number")).hasText(code);
        sight.lookInBothWays(code);
        assertEquals(List.of(), sight.faults());
    }

    /** Sends the form with every field empty. */
    private static void refused(Sight sight, Page page, String address, String button) {
        page.navigate(address);
        page.evaluate(EMPTIED);
        page.click(button);
        assertThat(page.locator(".error, .flash.danger").first()).isVisible();
        if (IN_BOTH_WAYS.contains(address)) {
            sight.lookInBothWays(address + " " + button);
        } else {
            sight.lookInTheDark(address + " " + button);
        }
    }
}
