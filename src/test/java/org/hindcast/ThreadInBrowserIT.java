package org.hindcast;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.hindcast.support.Hindcast;
import org.hindcast.support.InBrowser;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The thread through the whole house, as a person walks it in a browser without a mouse. */
@ArquillianTest
@RunAsClient
@ExtendWith(InBrowser.class)
@Tag("thread")
class ThreadInBrowserIT {

    /** How long the line of the results is, in pixels. */
    private static final String DRAWN =
            "() => document.querySelector('#chart path.series-result')?.getTotalLength() ?? 0";

    private static final int PATIENCE = 160;

    @Test // O0-17, S1-24
    void a_person_walks_the_house_with_the_keyboard_alone(Page page) {
        page.navigate("models");
        assertThat(page).hasURL(Pattern.compile("/signin\\?next="));
        type(page, "#email", Hindcast.ADMIN);
        type(page, "#password", Hindcast.adminPassword());
        press(page, "#submit");
        assertThat(page).hasURL(Pattern.compile("/models$"));
        press(page, "main a:text-is('co2-weekly')");
        looksAtTheModel(page);
        press(page, "main a[rel=next]");
        assertThat(page).hasURL(Pattern.compile("page=2"));
        assertThat(page.locator("#predictions tbody tr")).hasCount(20);
        press(page, "details:has(form[action$='/do/signout']) > summary");
        press(page, "form[action$='/do/signout'] button");
        assertThat(page).hasURL(Pattern.compile("/signin"));
        page.goBack();
        assertThat(page).hasURL(Pattern.compile("/signin"));
        assertThat(page.locator("#predictions")).hasCount(0);
    }

    private static void looksAtTheModel(Page page) {
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .containsText("co2-weekly");
        assertThat(page.locator("main")).containsText("persistence");
        assertThat(page.locator("main")).containsText("Accuracy");
        assertThat(page.locator("#predictions tbody tr")).hasCount(20);
        page.waitForFunction("() => (" + DRAWN + ")() > 1000");
    }

    private static void type(Page page, String field, String text) {
        reach(page, field);
        page.keyboard().type(text);
    }

    private static void press(Page page, String target) {
        reach(page, target);
        page.keyboard().press("Enter");
    }

    /** Goes from one thing to the next with the tab key until it is there. */
    private static void reach(Page page, String target) {
        Object wanted = page.locator(target).first().elementHandle();
        for (int i = 0; i < PATIENCE; i++) {
            if ((boolean) page.evaluate("wanted => document.activeElement === wanted", wanted)) {
                return;
            }
            page.keyboard().press("Tab");
        }
        fail("The tab key does not lead to " + target);
    }
}
