package org.hindcast.support;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** The machine's own Chromium, started once for all tests; none is downloaded. */
final class Chromium implements AutoCloseable {

    private static final String MISSING = "Chromium is not installed: apt-get install chromium";

    /** Milliseconds that a page may take to come to what a test expects of it: machines that run tests are busy. */
    private static final double PATIENCE = 30_000;

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Path program) {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
        playwright = Playwright.create(new CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new LaunchOptions()
                        .setExecutablePath(program)
                        .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage")));
    }

    /** Without Chromium the test is skipped by name; in continuous integration it fails. */
    static Chromium start() {
        List<Path> programs = Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .toList();
        if (programs.isEmpty() && Boolean.parseBoolean(System.getenv("CI"))) {
            Assertions.fail(MISSING);
        }
        Assumptions.assumeFalse(programs.isEmpty(), MISSING);
        return new Chromium(programs.get(0));
    }

    Page page(Viewport viewport) {
        NewContextOptions options = new NewContextOptions()
                .setBaseURL(Hindcast.url().toString())
                .setLocale(viewport == null ? "en" : viewport.language());
        if (viewport == null) {
            options.setViewportSize(1280, 800);
        } else {
            options.setViewportSize(viewport.width(), viewport.height());
            options.setColorScheme(viewport.dark() ? ColorScheme.DARK : ColorScheme.LIGHT);
        }
        return browser.newContext(options).newPage();
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
