package org.hindcast.web;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.hindcast.support.Hindcast;
import org.hindcast.support.InBrowser;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What goes over the wire for a page, as the browser counts it: everything at the first visit, little from then on. */
@ArquillianTest
@RunAsClient
@ExtendWith(InBrowser.class)
class WeightInBrowserIT {

    private static final long FIRST = 150_000;
    private static final long LATER = 30_000;

    private final AtomicLong bytes = new AtomicLong();

    @Test
    void a_page_weighs_little_at_the_first_visit_and_less_from_then_on(Page page, BrowserContext context) {
        count(context.newCDPSession(page));
        assertLighter("signin", FIRST, page);
        assertLighter("signin", LATER, page);
        signIn(page);
        for (String address : List.of("", "models", "admin/users", "admin/roles", "account/account")) {
            page.navigate(address);
            assertLighter(address, LATER, page);
        }
    }

    @Test
    void the_longest_list_is_light_even_for_somebody_who_was_never_here(Page page, BrowserContext context) {
        signIn(page);
        CDPSession network = context.newCDPSession(page);
        network.send("Network.clearBrowserCache");
        count(network);
        assertLighter("admin/users?size=100", FIRST, page);
    }

    private void assertLighter(String address, long most, Page page) {
        bytes.set(0);
        page.navigate(address);
        page.waitForLoadState(LoadState.NETWORKIDLE);
        long weight = bytes.get();
        assertTrue(weight > 0 && weight < most, "/" + address + " weighs " + weight + " bytes");
    }

    private void count(CDPSession network) {
        network.send("Network.enable");
        network.on(
                "Network.loadingFinished",
                (JsonObject event) ->
                        bytes.addAndGet(event.get("encodedDataLength").getAsLong()));
    }

    private static void signIn(Page page) {
        page.navigate("signin");
        page.fill("#email", Hindcast.ADMIN);
        page.fill("#password", Hindcast.adminPassword());
        page.click("#submit");
        page.waitForURL(url -> !url.contains("signin"));
    }
}
