package org.hindcast.web.admin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.hindcast.support.Accessibility;
import org.hindcast.support.Hindcast;
import org.hindcast.support.InBrowser;
import org.hindcast.support.Viewport;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The screens of administration as somebody sees and uses them. */
@ExtendWith({ArquillianExtension.class, InBrowser.class})
@RunAsClient
class AdministrationInBrowserIT {

    private static final List<String> SCREENS = List.of(
            "/admin/users",
            "/admin/users?q=nobody-is-called-so",
            "/admin/users?f.loginCount.from=x",
            "/admin/users?do=create",
            "/admin/users?id=1",
            "/admin/users?id=5&do=edit",
            "/admin/users?id=5&do=delete",
            "/admin/users?id=1&do=delete",
            "/admin/users?do=bulk&act=role&ids=5",
            "/admin/roles",
            "/admin/roles?id=2",
            "/admin/roles?id=2&do=edit",
            "/admin/audit",
            "/admin/schema");

    @Test
    void axe_finds_nothing_on_any_screen_in_light(Page page) {
        signIn(page);
        SCREENS.forEach(screen -> assertEquals(List.of(), faults(page, screen), screen));
    }

    @Test // S0-14
    @Viewport(width = 390, height = 844, dark = true)
    void axe_finds_nothing_on_any_screen_on_a_phone_in_dark_and_none_scrolls_sideways(Page page) {
        signIn(page);
        for (String screen : SCREENS) {
            assertEquals(List.of(), faults(page, screen), screen);
            assertEquals(0, page.evaluate("Math.max(0, document.documentElement.scrollWidth - innerWidth)"), screen);
        }
    }

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

    private static List<String> faults(Page page, String screen) {
        page.navigate(screen);
        return Accessibility.faults(page);
    }

    private static void signIn(Page page) {
        page.navigate("/signin");
        page.locator("#email").fill(Hindcast.ADMIN);
        page.locator("#password").fill(Hindcast.adminPassword());
        page.locator("#submit").click();
        assertThat(page.locator("#main h1")).isVisible();
    }
}
