package org.hindcast.web.account;

import static com.microsoft.playwright.options.WaitForSelectorState.ATTACHED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import org.hindcast.support.Accessibility;
import org.hindcast.support.InBrowser;
import org.hindcast.support.Person;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tokens, and the programming interface tried out with one, in a browser. */
@ExtendWith({ArquillianExtension.class, InBrowser.class})
@RunAsClient
class TokensInBrowserIT {

    @Test
    @DisplayName("SEC-16: a token is named, scoped, shown once, listed with its last use, and worthless once revoked")
    void a_token_from_its_making_to_its_end(Page page) throws Exception {
        signIn(page, Person.registered());
        String secret = token(page, "nightly", "read");
        assertTrue(secret.matches("hc_[0-9A-Za-z]{49}"), secret);
        assertTrue(page.textContent(".flash").contains("nightly"));
        assertEquals("", page.inputValue("#name"), "The form is for the next one");
        page.navigate("account/tokens");
        assertFalse(page.content().contains(secret), "It is shown once");
        Locator row = page.locator("#tokens tbody tr");
        assertEquals(1, row.count());
        assertTrue(row.textContent().contains("nightly"));
        assertEquals("read", row.locator(".badge").textContent());
        assertEquals(0, row.locator("td:nth-child(4) time").count(), "Not used yet");

        tryOut(page, secret);
        page.selectOption("#operation", "GET /projects: List projects");
        assertEquals(200, send(page));
        assertTrue(page.textContent("#text").contains("\"items\""));
        page.selectOption("#operation", "POST /projects: Create a project");
        assertEquals(403, send(page));

        page.navigate("account/tokens");
        assertEquals(1, row.locator("td:nth-child(4) time").count(), "Used just now");
        row.locator(".menu summary").click();
        assertTrue(row.locator(".menu-note").textContent().contains("cannot be undone"));
        row.locator("#submit, [id$=submit]").click();
        page.waitForURL("**/account/tokens");
        assertEquals(0, row.count());
        tryOut(page, secret);
        assertEquals(401, send(page));
    }

    @Test
    @DisplayName("A record is made, changed by its entity tag, and predictions are told, all from the page to try")
    void everything_can_be_tried(Page page) throws Exception {
        signIn(page, Person.registered());
        tryOut(page, token(page, "trying", "read", "write"));
        page.selectOption("#operation", "POST /models: Create a model");
        page.fill("#body", "{\"name\":\"tried " + System.nanoTime() + "\"}");
        assertTrue(page.textContent("#line").contains("curl -X POST"), page.textContent("#line"));
        assertFalse(page.textContent("#line").contains("hc_"), "The line holds no secret");
        assertEquals(201, send(page));
        String model = page.textContent("#text").replaceAll("(?s).*?\"id\": (\\d+).*", "$1");
        page.selectOption("#operation", "POST /models/{model}/versions: Create a version");
        page.fill("#parameter-model", model);
        page.fill("#body", "{\"accuracy\":0}");
        assertEquals(201, send(page));
        assertTold(page, model, "POST", "Store predictions, all or nothing");
        assertTold(page, model, "PUT", "Replace the whole series, all or nothing");
        page.selectOption("#operation", "PATCH /models/{number}: Change a model");
        page.fill("#parameter-number", model);
        page.fill("#body", "{\"unit\":\"ppm\"}");
        assertEquals(428, send(page));
        page.fill("#parameter-If-Match", "*");
        assertEquals(200, send(page));
        assertTrue(page.textContent("#status").contains("ETag"), page.textContent("#status"));
    }

    @Test
    @DisplayName("Both pages fit 390 px, and axe finds nothing in light and dark")
    void both_pages_are_accessible_and_fit(Page page) throws Exception {
        signIn(page, Person.registered());
        String secret = token(page, "looking", "read");
        List<String> faults = new ArrayList<>(Accessibility.faults(page));
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            for (int width : List.of(1440, 390)) {
                page.setViewportSize(width, 900);
                page.navigate("account/tokens");
                faults.addAll(faults(page, scheme + " tokens " + width));
                tryOut(page, secret);
                send(page);
                faults.addAll(faults(page, scheme + " api " + width));
            }
        }
        assertEquals(List.of(), faults);
    }

    private static void assertTold(Page page, String model, String method, String summary) {
        page.selectOption("#operation", method + " /models/{model}/versions/{number}/predictions: " + summary);
        for (String type : List.of("application/json", "application/x-ndjson", "text/csv")) {
            page.fill("#parameter-model", model);
            page.selectOption("#type", type);
            assertEquals(200, send(page), type + page.textContent("#text"));
        }
    }

    private static List<String> faults(Page page, String where) {
        List<String> faults = new ArrayList<>();
        Accessibility.faults(page).forEach(fault -> faults.add(where + ": " + fault));
        if ((Boolean) page.evaluate("document.documentElement.scrollWidth > innerWidth")) {
            faults.add(where + ": it is wider than the screen");
        }
        return faults;
    }

    private static String token(Page page, String name, String... scopes) {
        page.navigate("account/tokens");
        page.fill("#name", name);
        page.locator("input[name=scopes]")
                .all()
                .forEach(box -> box.setChecked(List.of(scopes).contains(box.inputValue())));
        page.click("#createToken");
        return page.textContent("#secret");
    }

    private static void tryOut(Page page, String secret) {
        page.navigate("account/tokens");
        page.click(".page-head a[href$='/account/api']");
        page.waitForSelector("#operation option", new Page.WaitForSelectorOptions().setState(ATTACHED));
        page.fill("#token", secret);
    }

    private static int send(Page page) {
        var answer = page.waitForResponse(response -> response.url().contains("/api/v1/"), () -> page.click("#send"));
        page.waitForFunction(
                "status => document.getElementById('status').textContent.startsWith(status)", answer.status() + "");
        return answer.status();
    }

    private static void signIn(Page page, Person person) {
        page.navigate("signin");
        page.fill("#email", person.email());
        page.fill("#password", person.password());
        page.click("#submit");
        page.waitForURL(url -> !url.contains("/signin"));
    }
}
