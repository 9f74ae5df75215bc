package org.hindcast.web.admin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.regex.Pattern;
import org.hindcast.support.Hindcast;
import org.hindcast.support.InBrowser;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The screens of administration as somebody sees and uses them. */
@ExtendWith({ArquillianExtension.class, InBrowser.class})
@RunAsClient
class AdministrationInBrowserIT {

    private static final String SEEN = "e => { const r = e.getBoundingClientRect();"
            + " return document.elementFromPoint(r.x + r.width / 2, r.y + r.height / 2) === e; }";

    @Test
    void somebody_is_found_opened_and_edited_with_the_keyboard_alone(Page page) {
        signIn(page);
        page.navigate("/admin/users");
        page.locator("#text").focus();
        page.keyboard().type("ada.");
        page.keyboard().press("Enter");
        assertThat(page.locator(".chips")).containsText("ada.");
        Locator first = page.locator("td.key a").first();
        String name = first.textContent().strip();
        first.focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("h1")).containsText(name);
        page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName("Edit").setExact(true))
                .focus();
        page.keyboard().press("Enter");
        page.locator("#email").fill("not an address");
        page.keyboard().press("Enter");
        assertThat(page.locator("#email")).isFocused();
        assertThat(page.locator("#email")).hasAttribute("aria-invalid", "true");
    }

    @Test
    void chosen_columns_and_a_bulk_action_work_by_mouse(Page page) {
        signIn(page);
        page.navigate("/admin/users");
        page.getByText("Columns", new Page.GetByTextOptions().setExact(true)).click();
        page.locator("input[name=columns][value=timeZone]").check();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Show these"))
                .click();
        assertThat(page.locator("table.list thead")).containsText("Time zone");
        page.locator("table.list tbody input[name=ids]").first().check();
        page.locator(".bulk button[value=role]").click();
        assertThat(page.locator("h1")).containsText("Assign role");
        assertThat(page.locator(".consequences li")).hasCount(1);
    }

    @Test
    void on_a_phone_each_line_of_the_audit_says_who_did_what_to_what(Page page) {
        page.setViewportSize(390, 844);
        signIn(page);
        page.navigate("/admin/audit?f.action=sign-in");
        Locator line = page.locator("table.list tbody tr").first();
        assertThat(line.getByText("Signed in")).isVisible();
        for (int column : List.of(1, 2, 3, 5)) {
            assertThat(line.locator("td:nth-child(" + column + ")")).isInViewport();
        }
        assertThat(line.locator("td:nth-child(4)")).isHidden();
        line.locator(".unfold summary").click();
        assertThat(line.locator("td:nth-child(4)")).isVisible();
    }

    @Test
    void on_paper_a_time_is_no_longer_relative_and_on_the_screen_it_is_again(Page page) {
        signIn(page);
        page.navigate("/admin/audit");
        Locator time = page.locator("table.list tbody time").first();
        assertThat(time).hasText(Pattern.compile("now|ago"));
        page.evaluate("dispatchEvent(new Event('beforeprint'))");
        assertThat(time).hasText(Pattern.compile("20\\d\\d, \\d+:\\d\\d"));
        page.evaluate("dispatchEvent(new Event('afterprint'))");
        assertThat(time).hasText(Pattern.compile("now|ago"));
    }

    @Test // S0-14
    void what_is_selected_is_told_and_the_bar_of_it_hides_nothing_that_has_the_focus(Page page) {
        page.setViewportSize(390, 600);
        signIn(page);
        page.navigate("/admin/users");
        assertThat(page).hasTitle("Users · Administration · Hindcast");
        Locator boxes = page.locator("td.pick input");
        boxes.first().check();
        assertThat(page.locator("body > [role=status]")).hasText("1 selected");
        for (int row = 1; row < 15; row++) {
            boxes.nth(row).focus();
            assertTrue((boolean) boxes.nth(row).evaluate(SEEN), "row " + row);
        }
    }

    @Test // S0-14
    void a_table_that_becomes_too_wide_scrolls_by_itself(Page page) {
        signIn(page);
        page.navigate("/admin/versions");
        page.evaluate("document.querySelectorAll('th, td').forEach(e => { e.style.letterSpacing = '.5em'; })");
        assertThat(page.locator(".table-scroll.spills")).isVisible();
        assertEquals(0, page.evaluate("Math.max(0, document.documentElement.scrollWidth - innerWidth)"));
    }

    private static void signIn(Page page) {
        page.navigate("/signin");
        page.locator("#email").fill(Hindcast.ADMIN);
        page.locator("#password").fill(Hindcast.adminPassword());
        page.locator("#submit").click();
        assertThat(page.locator("#main h1")).isVisible();
    }
}
