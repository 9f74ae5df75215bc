package org.hindcast.web.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import org.hindcast.support.Accessibility;
import org.hindcast.support.Hindcast;
import org.hindcast.support.InBrowser;
import org.hindcast.support.Viewport;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The pages of the registry as somebody sees them. */
@ExtendWith({ArquillianExtension.class, InBrowser.class})
@RunAsClient
class RegistryInBrowserIT {

    private static final List<String> PAGES = List.of(
            "/",
            "/projects",
            "/projects?q=no-project-is-called-so",
            "/projects?do=create",
            "/project?id=1",
            "/datasets",
            "/datasets?do=create",
            "/dataset?id=1",
            "/models",
            "/models?do=create",
            "/models?id=1&do=delete",
            "/versions",
            "/versions?do=create&model=1",
            "/people",
            "/people?q=nobody-is-called-so",
            "/admin/models?id=1",
            "/upload?version=1",
            "/nothing-here");

    private static final String BROKEN_WORDS = """
            [...document.querySelectorAll('th, td, label, .button, h1, h2, .badge')].filter(e => e.offsetParent
              && !e.children.length && /^\\S{1,24}$/.test(e.textContent.trim())
              && e.getClientRects().length && (() => { const r = document.createRange(); r.selectNodeContents(e);
                return new Set([...r.getClientRects()].map(b => Math.round(b.top))).size > 1; })())
              .map(e => e.textContent.trim())
            """;

    @Test // S2-14
    void axe_finds_nothing_on_any_page_and_each_has_one_heading_and_a_title(Page page) {
        signIn(page);
        for (String path : PAGES) {
            page.navigate(path);
            assertEquals(List.of(), Accessibility.faults(page), path);
            assertThat(page.locator("h1")).hasCount(1);
            assertTrue(page.title().matches("\\S.* · Hindcast"), path + ": " + page.title());
        }
    }

    @Test // S0-14
    @Viewport(width = 390, height = 844, dark = true, language = "de")
    void in_german_on_a_phone_in_dark_nothing_is_cut_or_found_by_axe(Page page) {
        signIn(page);
        List<String> faults = new ArrayList<>();
        for (String path : PAGES) {
            page.navigate(path);
            assertThat(page.locator("html")).hasAttribute("lang", "de");
            Accessibility.faults(page).forEach(fault -> faults.add(path + ": " + fault));
            if (!page.evaluate("Math.max(0, document.documentElement.scrollWidth - innerWidth)")
                    .equals(0)) {
                faults.add(path + " scrolls sideways");
            }
            ((List<?>) page.evaluate(BROKEN_WORDS)).forEach(word -> faults.add(path + " breaks " + word));
        }
        assertEquals(List.of(), faults);
    }

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
