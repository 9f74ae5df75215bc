package org.hindcast.web;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.ArrayList;
import java.util.List;
import org.hindcast.support.Accessibility;
import org.hindcast.support.Hindcast;

/** What is wrong with pages as people see them: in light on a desk, in the dark on a phone. */
final class Sight {

    private static final String BROKEN_WORDS = """
            [...document.querySelectorAll('th, td, label, .button, h1, h2, .badge')].filter(e => e.offsetParent
              && !e.children.length && /^[^\\s-]{1,24}$/.test(e.textContent.trim())
              && e.getClientRects().length && (() => { const r = document.createRange(); r.selectNodeContents(e);
                return new Set([...r.getClientRects()].map(b => Math.round(b.top))).size > 1; })())
              .map(e => e.textContent.trim())
            """;

    private final Page page;
    private final List<String> faults = new ArrayList<>();

    Sight(Page page) {
        this.page = page;
    }

    /** Opens the address, which must be there, and looks at it. */
    void open(String address) {
        int status = page.navigate(address).status();
        if (status != 200) {
            faults.add(address + " is answered " + status);
        }
        look(address);
    }

    /** Looks at the page that is open, as wide as it is. */
    void look(String where) {
        Accessibility.faults(page).forEach(fault -> faults.add(where + ": " + fault));
        if (page.locator("h1").count() != 1 || !page.title().matches("\\S.* · Hindcast")) {
            faults.add(where + " has " + page.locator("h1").count() + " headings and the title " + page.title());
        }
        if (!page.evaluate("Math.max(0, document.documentElement.scrollWidth - innerWidth)")
                .equals(0)) {
            faults.add(where + " scrolls sideways");
        }
        ((List<?>) page.evaluate(BROKEN_WORDS)).forEach(word -> faults.add(where + " breaks " + word));
    }

    /** Looks at the page that is open on a desk, then in the dark on a phone. */
    void lookInBothWays(String where) {
        show(1440, 900, ColorScheme.LIGHT);
        look(where);
        lookInTheDark(where);
    }

    /** Looks at the page that is open in the dark on a phone. */
    void lookInTheDark(String where) {
        show(390, 844, ColorScheme.DARK);
        look(where + " in the dark on a phone");
    }

    private void show(int width, int height, ColorScheme scheme) {
        page.setViewportSize(width, height);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme).setReducedMotion(ReducedMotion.REDUCE));
    }

    List<String> faults() {
        return faults;
    }

    void signIn() {
        signIn(Hindcast.ADMIN, Hindcast.adminPassword());
    }

    void signIn(String login, String password) {
        page.context().clearCookies();
        page.navigate("/signin");
        page.fill("#email", login);
        page.fill("#password", password);
        page.click("#submit");
        page.waitForURL(url -> !url.contains("/signin"));
    }
}
