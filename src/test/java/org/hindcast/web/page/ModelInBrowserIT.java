package org.hindcast.web.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.FilePayload;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.hindcast.support.Accessibility;
import org.hindcast.support.Hindcast;
import org.hindcast.support.InBrowser;
import org.hindcast.support.Person;
import org.hindcast.support.Viewport;
import org.hindcast.support.Visitor;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A model's page under somebody's hands: nothing of it loads the page anew. */
@ExtendWith({ArquillianExtension.class, InBrowser.class})
@RunAsClient
class ModelInBrowserIT {

    private static final String SERIES =
            "predictedAt,input,result\n2026-01-01T00:00:00Z,a,1\n2026-01-02T00:00:00Z,b,2\n";
    private static final String LENGTH = "document.querySelector('#chart path.series-result').getAttribute('d').length";

    @Test // O0-13
    void buttons_choose_the_range_and_the_spinner_turns_until_it_is_there(Page page) throws Exception {
        open(page);
        List<Route> held = new ArrayList<>();
        page.route(Pattern.compile("range=1m"), held::add);
        page.locator(".segmented a[href*='range=1m']").click();
        assertThat(page.locator("#chart")).hasAttribute("aria-busy", "true");
        assertEquals(
                "turn", page.evaluate("getComputedStyle(document.querySelector('#chart'), '::after').animationName"));
        page.waitForCondition(() -> !held.isEmpty());
        held.get(0).resume();
        assertThat(page.locator(".segmented a[aria-current]").first()).hasText("1m");
        for (String range : List.of("7d", "14d", "3m", "1y", "all")) {
            page.locator(".segmented a[href*='range=" + range + "']").click();
            assertThat(page.locator(".segmented a[aria-current]").first())
                    .hasAttribute("href", Pattern.compile("range=" + range));
            assertThat(page.locator("#chart[aria-busy]")).hasCount(0);
            assertThat(page.locator("#chart path.line")).hasCount(2);
        }
        stayed(page);
    }

    @Test
    void without_scripts_nothing_spins_and_the_page_says_where_the_numbers_are(Page page) throws Exception {
        open(page);
        NewContextOptions plain = new NewContextOptions().setJavaScriptEnabled(false);
        plain.setStorageState(page.context().storageState());
        try (BrowserContext other = page.context().browser().newContext(plain)) {
            Page still = other.newPage();
            still.navigate(page.url());
            assertThat(still.locator(".chart noscript")).isVisible();
            assertThat(still.locator(".chart-area:visible")).hasCount(0);
            still.locator(".pickers button").click();
            assertThat(still.locator("#predictions tbody tr").first()).isVisible();
        }
    }

    @Test // O0-13
    void who_clicks_again_waits_for_the_last_one_only(Page page) throws Exception {
        open(page);
        List<String> given = new ArrayList<>();
        page.onRequestFailed(request -> given.add(request.url().replaceFirst(".*range=", "")));
        page.route(Pattern.compile("range=1m"), route -> {});
        page.locator(".segmented a[href*='range=1m']").click();
        page.locator(".segmented a[href*='range=1y']").click();
        assertThat(page.locator(".segmented a[aria-current]").first()).hasText("1y");
        assertEquals(List.of("1m"), given, "given up");
        stayed(page);
    }

    @Test // O0-13
    void the_slider_and_a_drag_over_the_chart_choose_a_stretch_and_back_undoes_it(Page page) throws Exception {
        open(page);
        page.locator(".range-slider input[name=from]")
                .evaluate("f => { f.value = 900; f.dispatchEvent(new Event('change', { bubbles: true })); }");
        assertThat(page).hasURL(Pattern.compile("from="));
        assertThat(page.locator("#chart path.line")).hasCount(2);
        String slid = page.url();
        BoundingBox box = page.locator("#chart svg").boundingBox();
        page.mouse().move(box.x + box.width / 3, box.y + box.height / 2);
        assertThat(page.locator(".chart-tip")).isVisible();
        page.mouse().down();
        page.mouse().move(box.x + box.width / 2, box.y + box.height / 2);
        page.mouse().up();
        assertThat(page).not().hasURL(slid);
        assertThat(page.locator("#chart path.line")).hasCount(2);
        page.goBack();
        assertThat(page).hasURL(slid);
        stayed(page);
    }

    @Test // S0-14
    void a_click_beside_the_slider_chooses_a_stretch_which_is_told_and_escape_ends_the_tip(Page page) throws Exception {
        open(page);
        page.locator(".range-slider").click();
        assertThat(page).hasURL(Pattern.compile("from="));
        assertThat(page.locator(".range-slider input[name=from]")).isFocused();
        assertThat(page.locator("body > [role=status]")).containsText("Result and outcome: ");
        page.locator("#chart svg").hover();
        assertThat(page.locator(".chart-tip")).isVisible();
        page.keyboard().press("Escape");
        assertThat(page.locator(".chart-tip")).isHidden();
        stayed(page);
    }

    @Test // O0-13
    void the_legend_lies_in_a_line_and_the_error_is_drawn_in_each_measure(Page page) throws Exception {
        open(page);
        List<BoundingBox> legend = page.locator(".legend").first().locator("li").all().stream()
                .map(item -> item.boundingBox())
                .toList();
        assertEquals(2, legend.size());
        assertEquals(legend.get(0).y, legend.get(1).y);
        List<Object> drawn = new ArrayList<>();
        for (String measure : List.of("mae", "bias", "rmse", "mape")) {
            page.locator("button[data-lines=" + measure + "]").click();
            assertThat(page.locator("button[data-lines][aria-pressed=true]")).hasAttribute("data-lines", measure);
            Object line = page.locator("#errors path.line").getAttribute("d");
            assertTrue(!drawn.contains(line), measure);
            drawn.add(line);
        }
        assertEquals(List.of(), Accessibility.faults(page));
    }

    @Test // O0-13
    void a_value_between_two_unknown_ones_is_a_dot_and_a_huge_one_leaves_room_to_draw(Page page) throws Exception {
        open(page);
        page.evaluate("() => { const s = document.querySelector('#errors').series;"
                + " s.mae = s.mae.map((value, i) => [3, 4, 7, 9].includes(i) ? 4e11 : null); }");
        page.locator("button[data-lines=mae]").click();
        assertThat(page.locator("#errors circle.dot")).hasCount(2);
        assertThat(page.locator("#errors svg text[text-anchor=end]").last()).hasText("4E11");
    }

    @Test // O0-11, O0-12
    void a_new_model_is_found_by_its_project_and_selected_without_a_reload(Page page) throws Exception {
        Visitor visitor = Registry.administrator();
        String project = Registry.name("p");
        Registry.create(visitor, "projects", Map.of("name", project));
        int first = Registry.create(visitor, "models", Map.of("name", Registry.name("a"), "project", project));
        int second = Registry.create(visitor, "models", Map.of("name", Registry.name("b"), "project", project));
        int version = Registry.version(visitor, second, Map.of("accuracy", "0.5", "label", "newest"));
        open(page);
        page.locator("#pick-project").selectOption(project);
        assertThat(page.locator("#pick-model option")).hasCount(2);
        assertThat(page.locator("#pick-model")).hasValue("" + first);
        page.locator("#pick-model").selectOption("" + second);
        assertThat(page.locator("#pick-version")).hasValue("" + version);
        assertThat(page).hasURL(Pattern.compile("id=" + second));
        stayed(page);
    }

    @Test // O0-11
    void whoever_asks_for_a_series_sees_it_coming_reads_how_it_went_and_finds_it_selected(Page page) throws Exception {
        open(page);
        String name = Registry.name("asked");
        page.navigate("/models?do=create");
        page.locator("#name").fill("co2-weekly");
        page.locator("#unit").fill("kWh");
        page.locator("#save").click();
        assertThat(page.locator("#name-error")).hasText("This is already in use.");
        assertThat(page.locator("#unit")).hasValue("kWh");
        page.locator("#name").fill(name);
        comes(page);
        assertThat(page.locator("#pick-model option:checked")).hasText(name);
        page.locator(".empty a[href*='versions?do=create']").click();
        page.locator("#label").fill("newest");
        page.locator("#accuracy").fill("much");
        page.locator("#save").click();
        assertThat(page.locator("#accuracy-error")).not().isEmpty();
        assertThat(page.locator("#label")).hasValue("newest");
        page.locator("#accuracy").fill("0.5");
        comes(page);
        assertThat(page.locator("#pick-model option:checked")).hasText(name);
        assertThat(page.locator("#pick-version option:checked")).containsText("newest");
        page.locator(".page-actions a[href*=upload]").click();
        page.locator("#file").setInputFiles(new FilePayload("series.csv", "text/csv", SERIES.getBytes(UTF_8)));
        page.locator("#check").click();
        page.locator("#import").click();
        page.locator(".flash.success a").click();
        assertThat(page.locator("#pick-version option:checked")).containsText("newest");
        assertThat(page.locator("#predictions tbody tr")).hasCount(2);
    }

    /** Saves; the button says that it waits, until the answer says how it went. */
    private static void comes(Page page) {
        page.evaluate(
                "addEventListener('submit', () => { const save = document.querySelector('#save'); "
                        + "sessionStorage.seen = save.getAttribute('aria-busy') + ' ' + getComputedStyle(save).animationName; })");
        page.locator("#save").click();
        assertThat(page.locator(".flash.success")).isVisible();
        assertEquals("true wait", page.evaluate("sessionStorage.seen"));
        page.evaluate("sessionStorage.clear()");
    }

    @Test // O0-13
    @Viewport(width = 390, height = 844, dark = true)
    void the_charts_fit_a_phone(Page page) throws Exception {
        open(page);
        assertNotEquals(0, page.evaluate(LENGTH));
        assertEquals(0, page.evaluate("Math.max(0, document.documentElement.scrollWidth - innerWidth)"));
        assertEquals(List.of(), Accessibility.faults(page));
    }

    @Test // O0-13
    void the_axis_names_the_same_years_to_readers_everywhere(Page page) throws Exception {
        Person person = Person.registered();
        Person.asked("update users set time_zone = 'America/New_York' where username = ?", person.username());
        open(page, person.email(), person.password());
        List<String> years = page.locator("#chart svg text[text-anchor=middle]").allTextContents();
        assertTrue(
                years.size() > 2 && years.stream().allMatch(year -> year.matches("[12]\\d\\d[05]")), years.toString());
    }

    private static void open(Page page) throws Exception {
        open(page, Hindcast.ADMIN, Hindcast.adminPassword());
    }

    private static void open(Page page, String login, String password) throws Exception {
        String model = Person.asked("select id from models where name = 'co2-weekly'");
        page.navigate("/signin?next=/model?id=" + model);
        page.locator("#email").fill(login);
        page.locator("#password").fill(password);
        page.locator("#submit").click();
        assertThat(page.locator("#chart path.line")).hasCount(2);
        page.evaluate("window.stays = true");
    }

    private static void stayed(Page page) {
        assertEquals(true, page.evaluate("window.stays"));
    }
}
