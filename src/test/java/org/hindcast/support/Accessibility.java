package org.hindcast.support;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.stream.Stream;

/** What axe finds wrong with a page for people who don't see it, or don't use a mouse. */
public final class Accessibility {

    private Accessibility() {}

    /** One line for each element with a fault; nothing when the page is in order. */
    public static List<String> faults(Page page) {
        // Our pages hold no frames: for those alone axe would open a second page each time.
        return new AxeBuilder(page)
                .setLegacyMode(true).analyze().getViolations().stream()
                        .flatMap(Accessibility::lines)
                        .toList();
    }

    private static Stream<String> lines(Rule rule) {
        return rule.getNodes().stream().map(node -> rule.getId() + ": " + rule.getHelp() + ": " + node.getHtml());
    }
}
