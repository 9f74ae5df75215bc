package org.hindcast.support;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Gives a test a {@link Page} in headless Chromium, in a context of its own: no cookies, no cache, 1280 x 800.
 *
 * <p>A test that asks for a {@link BrowserContext} as well gets the one of its page. Addresses are relative to Hindcast. A
 * script that fails, or that the content security policy refuses, fails the test.
 */
public final class InBrowser implements ParameterResolver, AfterEachCallback {

    private static final Namespace NAMESPACE = Namespace.create(InBrowser.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        Class<?> type = parameter.getParameter().getType();
        return type == Page.class || type == BrowserContext.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        Visit visit = test.getStore(NAMESPACE).getOrComputeIfAbsent(Visit.class, key -> visit(test), Visit.class);
        return parameter.getParameter().getType() == Page.class ? visit.page : visit.page.context();
    }

    @Override
    public void afterEach(ExtensionContext test) {
        Visit visit = test.getStore(NAMESPACE).get(Visit.class, Visit.class);
        if (visit != null) {
            visit.page.context().close();
            visit.refuseFailedScripts();
        }
    }

    private static Visit visit(ExtensionContext test) {
        Store store = test.getRoot().getStore(NAMESPACE);
        Chromium chromium = store.getOrComputeIfAbsent(Chromium.class, key -> Chromium.start(), Chromium.class);
        return new Visit(chromium.page(viewport(test)));
    }

    private static Viewport viewport(ExtensionContext test) {
        Optional<Viewport> ofMethod = AnnotationSupport.findAnnotation(test.getElement(), Viewport.class);
        return ofMethod.or(() -> AnnotationSupport.findAnnotation(test.getTestClass(), Viewport.class))
                .orElse(null);
    }

    /** One page and the scripts that failed on it. */
    private static final class Visit {

        private final Page page;
        private final List<String> failures = new ArrayList<>();

        Visit(Page page) {
            this.page = page;
            page.onPageError(failures::add);
            page.onConsoleMessage(this::noteRefusal);
        }

        private void noteRefusal(ConsoleMessage message) {
            if (message.type().equals("error") && message.text().contains("Content Security Policy")) {
                failures.add(message.text());
            }
        }

        void refuseFailedScripts() {
            if (!failures.isEmpty()) {
                throw new AssertionError("Scripts failed: " + String.join("; ", failures));
            }
        }
    }
}
