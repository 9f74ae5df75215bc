package org.hindcast.web.admin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.FilePayload;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hindcast.support.Accessibility;
import org.hindcast.support.Hindcast;
import org.hindcast.support.InBrowser;
import org.hindcast.support.Viewport;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The import as somebody sees it, step by step. */
@ExtendWith({ArquillianExtension.class, InBrowser.class})
@RunAsClient
class UsersImportInBrowserIT {

    private static final String HEAD = "username,email,first_name,last_name\n";
    private static final IsVisibleOptions PATIENT = new IsVisibleOptions().setTimeout(120_000);

    @AfterEach
    void let_them_go() throws SQLException {
        Administration.asked(
                "with gone as (delete from users where username like 'seen.%' returning id) select count(*) from gone");
    }

    @Test
    void the_bar_moves_until_everybody_is_in(Page page) {
        begin(page);
        choose(page, people(1_000));
        axeFindsNothing(page);
        page.locator("#import").click();
        assertThat(page.locator(".flash.success")).isVisible(PATIENT);
        assertThat(page.locator(".flash.success")).containsText("1,000 users imported");
        axeFindsNothing(page);
    }

    @Test
    void an_import_is_stopped_by_a_click(Page page) {
        begin(page);
        choose(page, people(20_000));
        page.locator("#import").click();
        assertThat(page.locator("[data-progress]")).isVisible(PATIENT);
        axeFindsNothing(page);
        page.locator("#cancel").click();
        assertThat(page.locator(".flash.warning")).isVisible(PATIENT);
        assertThat(page.locator(".flash.warning")).containsText("Nothing was stored");
    }

    @Test
    @Viewport(width = 390, height = 844, dark = true)
    void wrong_lines_can_be_read_on_a_phone_in_the_dark(Page page) {
        begin(page);
        axeFindsNothing(page);
        choose(page, "");
        axeFindsNothing(page);
        choose(page, HEAD + "x".repeat(80) + ",nobody@,,\nadmin,admin@localhost.localdomain,A,B\n");
        assertThat(page.locator("#errors tbody tr")).hasCount(6);
        axeFindsNothing(page);
        assertEquals(0, page.evaluate("Math.max(0, document.documentElement.scrollWidth - innerWidth)"));
    }

    private static String people(int count) {
        String name = Administration.name("seen");
        return IntStream.range(0, count)
                .mapToObj(i -> "%1$s.%2$d,%1$s.%2$d@example.org,Ada,Lovelace\n".formatted(name, i))
                .collect(Collectors.joining("", HEAD, ""));
    }

    private static void begin(Page page) {
        page.navigate("/signin?next=/admin/users-import");
        page.locator("#email").fill(Hindcast.ADMIN);
        page.locator("#password").fill(Hindcast.adminPassword());
        page.locator("#submit").click();
        assertThat(page.locator("#file")).isVisible();
    }

    private static void choose(Page page, String file) {
        page.locator("#file").setInputFiles(new FilePayload("people.csv", "text/csv", file.getBytes(UTF_8)));
        page.locator("#check").click();
        page.waitForURL("**/users-import?id=*");
    }

    private static void axeFindsNothing(Page page) {
        assertEquals(List.of(), Accessibility.faults(page));
    }
}
