package org.hindcast.web.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.regex.Pattern;
import org.hindcast.support.Accessibility;
import org.hindcast.support.Hindcast;
import org.hindcast.support.InBrowser;
import org.hindcast.support.Person;
import org.hindcast.support.Viewport;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The forms of the registry as somebody fills them in. */
@ExtendWith({ArquillianExtension.class, InBrowser.class})
@RunAsClient
class RegistryInBrowserIT {

    @Test // S2-12
    void a_wrong_number_or_owner_is_marked_and_told_beside_its_field(Page page) {
        signIn(page);
        page.navigate("/datasets?do=create");
        page.locator("#name").fill("A dataset of nobody");
        page.locator("#sizeMb").fill("-1");
        page.locator("#name").press("Enter");
        assertThat(page.locator("#sizeMb")).isFocused();
        assertMarked(page, "#sizeMb");
        page.locator("#sizeMb").fill("0");
        page.locator("#owner").fill("nobody-is-called-so");
        page.locator("#owner").press("Enter");
        assertThat(page.locator("#owner")).isFocused();
        assertMarked(page, "#owner");
        assertThat(page.locator("#name")).hasValue("A dataset of nobody");
        assertEquals(List.of(), Accessibility.faults(page));
    }

    @Test
    void a_field_suggests_records_and_nothing_once_the_session_is_over(Page page) {
        signIn(page);
        page.navigate("/datasets?do=create");
        page.waitForResponse("**/do/suggest**", () -> page.fill("#project", "Mauna"));
        assertThat(page.locator("#project-list option[value='Mauna Loa']")).hasCount(1);
        page.context().clearCookies();
        page.waitForResponse("**/signin**", () -> page.fill("#project", "Mauna L"));
        assertThat(page.locator("#project-list > *")).hasCount(0);
    }

    @Test
    @Viewport(language = "de")
    void a_number_stands_in_its_field_as_its_reader_writes_it(Page page) throws Exception {
        signIn(page);
        page.navigate("/versions?id=1&do=edit");
        String stored = Person.asked("select accuracy from model_versions where id = 1");
        assertThat(page.locator("#accuracy")).hasValue(stored.replace('.', ','));
    }

    @Test
    @Viewport(language = "de")
    void thousands_are_read_as_they_are_shown_and_a_number_of_two_meanings_is_asked_about(Page page) {
        signIn(page);
        page.navigate("/datasets?do=create");
        page.locator("#name").fill(Registry.name("thousands"));
        page.locator("#sizeMb").fill("1.500");
        page.locator("#save").click();
        assertThat(page.locator(".props dd").first()).hasText("1.500");
        page.navigate("/prediction?version=1&do=create");
        page.locator("#result").fill("1.500");
        page.locator("#add").click();
        assertThat(page.locator("#result-error")).containsText("1500 oder 1,5");
        assertThat(page.locator("#result")).hasValue("1.500");
    }

    @Test
    @Viewport(language = "de")
    void a_filter_reads_a_decimal_comma_and_tells_its_day_as_its_reader_writes_it(Page page) {
        signIn(page);
        page.navigate("/models?q=co2-weekly&f.latest.accuracy.from=0,9&f.createdAt.from=2026-01-31");
        assertThat(page.locator(".error")).hasCount(0);
        assertThat(page.locator(".chips")).containsText("31.01.2026");
        assertThat(page.locator("td.key")).hasText("co2-weekly");
        page.navigate("/models?f.nothing.from=2026-02-31");
        assertThat(page.locator("table.list")).isVisible();
    }

    @Test
    void a_day_that_does_not_exist_is_not_taken_for_today(Page page) {
        signIn(page);
        page.navigate("/prediction?version=1&do=create");
        page.locator("#when").fill("2026-03-31T10:00");
        page.locator("#when").press("ArrowDown"); // the month: February has no 31st, and the browser sends nothing
        page.locator("#result").fill("1");
        page.locator("#add").click();
        assertThat(page.locator("#when")).isFocused();
        assertMarked(page, "#when");
    }

    @Test
    void who_gives_up_a_form_that_began_in_a_project_is_back_there(Page page) {
        signIn(page);
        for (String room : List.of("datasets", "models")) {
            page.navigate("/" + room + "?do=create&project=1");
            page.locator("#save").click();
            assertThat(page.locator("#name-error")).isVisible();
            page.locator(".form-actions a").click();
            assertThat(page).hasURL(Pattern.compile("/project\\?id=1$"));
        }
    }

    @Test
    void the_people_of_a_project_fit_a_phone(Page page) throws Exception {
        page.setViewportSize(390, 844);
        signIn(page);
        Person.asked("insert into project_members (project_id, user_id) values (1, 5) on conflict do nothing");
        page.navigate("/project?id=1");
        assertThat(page.locator("a[href*='do=leave'][href*='member=5']")).hasCount(1);
        assertEquals(false, page.evaluate("""
                () => { const box = document.getElementById('member-list').parentElement; return box.scrollWidth > box.clientWidth; }
                """));
        assertEquals(List.of(), Accessibility.faults(page));
        Person.asked("delete from project_members where project_id = 1 and user_id = 5 returning 1");
    }

    @Test
    void what_was_typed_for_a_record_that_somebody_deleted_meanwhile_is_not_lost(Page page) throws Exception {
        signIn(page);
        page.navigate("/datasets?id=" + Registry.dataset(Registry.administrator(), Registry.name("gone")) + "&do=edit");
        int id = Integer.parseInt(page.url().replaceFirst(".*id=(\\d+).*", "$1"));
        page.locator("#description").fill("An afternoon's work");
        Person.asked("delete from datasets where id = ? returning 1", id);
        page.locator("#save").click();
        assertThat(page.locator("h1")).hasText("There is nothing here");
        assertThat(page.locator(".typed")).containsText("An afternoon's work");
        assertEquals(List.of(), Accessibility.faults(page));
        page.navigate("/datasets?id=" + id + "&do=edit");
        assertThat(page.locator("h1")).hasText("There is nothing here");
        assertThat(page.locator(".typed")).hasCount(0);
    }

    /** Invalid, with the error as its description and in place of the help. */
    private static void assertMarked(Page page, String field) {
        assertThat(page.locator(field)).hasAttribute("aria-invalid", "true");
        assertThat(page.locator(field)).hasAttribute("aria-describedby", field.substring(1) + "-error");
        assertThat(page.locator(field + "-error")).isVisible();
        assertThat(page.locator(field + "-help")).hasCount(0);
    }

    private static void signIn(Page page) {
        page.navigate("/signin");
        page.locator("#email").fill(Hindcast.ADMIN);
        page.locator("#password").fill(Hindcast.adminPassword());
        page.locator("#submit").click();
        assertThat(page.locator("#main h1")).isVisible();
    }
}
