package org.hindcast.web.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.FilePayload;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hindcast.support.Accessibility;
import org.hindcast.support.Hindcast;
import org.hindcast.support.InBrowser;
import org.hindcast.support.Person;
import org.hindcast.support.Viewport;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The upload as somebody sees it, step by step. */
@ExtendWith({ArquillianExtension.class, InBrowser.class})
@RunAsClient
class UploadInBrowserIT {

    private static final String HEAD = "predictedAt,input,result\n";
    private static final String STORED = "select count(*) from predictions where input_data = 'stopped'";
    private static final ContainsTextOptions PATIENT_FOR_TEXT = new ContainsTextOptions().setTimeout(60_000);
    private static final IsVisibleOptions PATIENT = new IsVisibleOptions().setTimeout(60_000);

    @Test
    void who_stops_an_import_is_told_so_while_it_still_waits(Page page) throws Exception {
        begin(page);
        choose(page, rows(2));
        try (Connection other = Hindcast.database();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("select pg_advisory_xact_lock(hashtext('replace_predictions'), 1)");
            page.locator("#import").click();
            page.locator("#cancel").click();
            assertThat(page.locator("[data-progress]")).containsText("Stopping the import", PATIENT_FOR_TEXT);
            assertThat(page.locator("#cancel")).hasCount(0);
            axeFindsNothing(page);
            other.rollback();
        }
        assertThat(page.locator(".flash.warning")).containsText("Nothing was stored", PATIENT_FOR_TEXT);
        assertEquals("0", Person.asked(STORED));
    }

    @Test
    void an_import_is_stopped_by_a_click_and_stores_nothing(Page page) throws Exception {
        begin(page);
        axeFindsNothing(page);
        choose(page, rows(200_000));
        axeFindsNothing(page);
        page.locator("#import").click();
        assertThat(page.locator("[data-progress]")).isVisible(PATIENT);
        page.locator("#cancel").click();
        assertThat(page.locator(".flash.warning")).isVisible(PATIENT);
        assertThat(page.locator(".flash.warning")).containsText("Nothing was stored");
        assertEquals("0", Person.asked(STORED));
    }

    @Test
    @Viewport(width = 390, height = 844, dark = true)
    void wrong_lines_can_be_read_on_a_phone_in_the_dark(Page page) {
        begin(page);
        choose(page, HEAD + "x".repeat(80) + ",a,1\n2026-01-31T12:00:00Z,a,much\n");
        assertThat(page.locator("#errors tbody tr")).hasCount(2);
        axeFindsNothing(page);
        assertEquals(0, page.evaluate("Math.max(0, document.documentElement.scrollWidth - innerWidth)"));
    }

    private static String rows(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "1990-01-01T00:00:00Z,stopped,1\n")
                .collect(Collectors.joining("", HEAD, ""));
    }

    private static void begin(Page page) {
        page.navigate("/signin?next=/model?id=1");
        page.locator("#email").fill(Hindcast.ADMIN);
        page.locator("#password").fill(Hindcast.adminPassword());
        page.locator("#submit").click();
        page.locator(".page-actions a[href*=upload]").click();
        assertThat(page.locator("#file")).isVisible();
    }

    private static void choose(Page page, String file) {
        page.locator("#file").setInputFiles(new FilePayload("rows.csv", "text/csv", file.getBytes(UTF_8)));
        page.locator("#check").click();
        page.waitForURL("**/upload?*&id=*");
    }

    private static void axeFindsNothing(Page page) {
        assertEquals(List.of(), Accessibility.faults(page));
    }
}
