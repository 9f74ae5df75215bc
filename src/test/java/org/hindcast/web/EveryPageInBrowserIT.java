package org.hindcast.web;

import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hindcast.support.Hindcast;
import org.hindcast.support.InBrowser;
import org.hindcast.support.Person;
import org.hindcast.support.Viewport;
import org.hindcast.support.Visitor;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every page that there is, as somebody sees it. A page without an address here fails the first test. */
@ExtendWith({ArquillianExtension.class, InBrowser.class})
@RunAsClient
class EveryPageInBrowserIT {

    private static final Path PAGES = Path.of("src/main/webapp");

    private static final Map<String, List<String>> OF_STRANGERS =
            Map.of("signin", List.of("/signin?next=%2F"), "register", List.of("/register"));

    private static final Map<String, List<String>> OF_EVERYBODY = Map.ofEntries(
            entry("index", List.of("/")),
            entry("people", List.of("/people", "/people?q=nobody-is-called-so")),
            entry("projects", List.of("/projects?q=no-project-is-called-so", "/projects?do=create", "/projects")),
            entry("project", List.of("/project?id=1")),
            entry("member", List.of("/member?id=1&member=1", "/member?do=leave&id=1&member=1")),
            entry("datasets", List.of("/datasets", "/datasets?do=create", "/datasets?id=1&do=edit")),
            entry("dataset", List.of("/dataset?id=1")),
            entry("models", List.of("/models", "/models?do=create", "/models?id=1&do=delete")),
            entry("model", List.of("/model?id=1")),
            entry("versions", List.of("/versions", "/versions?do=create&model=1", "/versions?id=1&do=edit")),
            entry("prediction", List.of("/prediction?do=create&version=1", "PREDICTION", "PREDICTION&do=delete")),
            entry("upload", List.of("/upload?version=1")),
            entry("account/account", List.of("/account/account")),
            entry("account/tokens", List.of("/account/tokens")),
            entry("account/api", List.of("/account/api")));

    private static final Map<String, List<String>> OF_ADMINISTRATORS = Map.of(
            "admin/users",
                    List.of(
                            "/admin/users",
                            "/admin/users?q=nobody-is-called-so",
                            "/admin/users?f.loginCount.from=x",
                            "/admin/users?do=create",
                            "/admin/users?id=1",
                            "/admin/users?id=5&do=edit",
                            "/admin/users?id=5&do=delete",
                            "/admin/users?id=1&do=delete",
                            "/admin/users?do=bulk&act=role&ids=5"),
            "admin/users-import", List.of("/admin/users-import"),
            "admin/roles", List.of("/admin/roles", "/admin/roles?id=2", "/admin/roles?id=2&do=edit"),
            "admin/audit", List.of("/admin/audit", "/admin/audit?id=1"),
            "admin/schema", List.of("/admin/schema"),
            "admin/projects", List.of("/admin/projects", "/admin/projects?id=1"),
            "admin/datasets", List.of("/admin/datasets", "/admin/datasets?id=1"),
            "admin/models", List.of("/admin/models", "/admin/models?id=1"),
            "admin/versions", List.of("/admin/versions", "/admin/versions?id=1"));

    private static String prediction;

    @BeforeAll
    static void find() throws Exception {
        Visitor visitor = new Visitor();
        Person.signIn(visitor, Hindcast.ADMIN, Hindcast.adminPassword());
        prediction =
                visitor.page("model?id=1").expectFirst("#predictions tbody a").attr("href");
    }

    @Test
    void every_page_has_an_address_here() throws IOException {
        try (Stream<Path> files = Files.walk(PAGES)) {
            String pages = files.map(file -> PAGES.relativize(file).toString().replace('\\', '/'))
                    .filter(file -> file.endsWith(".xhtml") && !file.startsWith("WEB-INF"))
                    .map(file -> file.replace(".xhtml", ""))
                    .sorted()
                    .collect(Collectors.joining("\n"));
            TreeSet<String> known = new TreeSet<>(OF_STRANGERS.keySet());
            known.addAll(OF_EVERYBODY.keySet());
            known.addAll(OF_ADMINISTRATORS.keySet());
            assertEquals(pages, String.join("\n", known));
        }
    }

    @Test // S0-14, S2-14
    @Viewport(width = 1440, height = 900)
    void axe_finds_nothing_on_any_page_and_each_has_one_heading_and_a_title(Page page) {
        assertEquals(List.of(), faults(page));
    }

    @Test // S0-14, S2-14
    @Viewport(width = 390, height = 844, dark = true, language = "de")
    void in_german_on_a_phone_in_the_dark_nothing_is_cut_or_found_by_axe(Page page) {
        page.navigate("/signin");
        assertEquals("de", page.getAttribute("html", "lang"));
        assertEquals(List.of(), faults(page));
    }

    private static List<String> faults(Page page) {
        Sight sight = new Sight(page);
        each(OF_STRANGERS).forEach(sight::open);
        sight.signIn();
        each(OF_EVERYBODY).forEach(sight::open);
        each(OF_ADMINISTRATORS).forEach(sight::open);
        return sight.faults();
    }

    private static Stream<String> each(Map<String, List<String>> pages) {
        return pages.values().stream()
                .flatMap(List::stream)
                .map(address -> address.replace("PREDICTION", prediction))
                .sorted();
    }
}
