package org.hindcast.web.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hindcast.support.Hindcast;
import org.hindcast.support.InBrowser;
import org.hindcast.support.Person;
import org.hindcast.support.Visitor;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * SEC-10: whatever people write, no browser takes it for a script or for a piece of the page. Of the texts that are stored here
 * each would leave an element of class {@code evil}, a dialog, or a violation of the policy.
 */
@ExtendWith({ArquillianExtension.class, InBrowser.class})
@RunAsClient
class HostileTextInBrowserIT {

    private static final String SCRIPT = "<script class=evil>alert(1)</script>";
    private static final String IMAGE = "\"><img class=evil src=x onerror=alert(1)>";
    private static final String QUOTE = "' class=evil autofocus onfocus=alert(1) x='";
    private static final String SHORT = "<b class=evil>x</b>";
    private static final String WATCH = """
            window.violations = [];
            addEventListener('securitypolicyviolation', e => violations.push(e.violatedDirective + ' ' + e.blockedURI));
            """;

    private final String unique = Registry.name("hostile");
    private final Person person = Person.stranger();
    private final List<String> broken = new ArrayList<>();
    private final List<String> pages = new ArrayList<>();

    @AfterEach
    void forget() throws Exception {
        Person.asked("delete from roles where name like '%' || ? returning id", unique);
        Person.asked(
                "delete from project_members using users where user_id = id and username = ? returning id",
                person.username());
    }

    @Test
    @DisplayName("SEC-10 S2-15: no page that shows hostile texts runs one")
    void no_page_that_shows_hostile_texts_runs_one(Page page) throws Exception {
        write();
        watch(page);
        signIn(page, person.email(), person.password());
        pages.forEach(path -> look(page, path));
        page.context().clearCookies();
        signIn(page, Hindcast.ADMIN, Hindcast.adminPassword());
        administration().forEach(path -> look(page, path));
        assertEquals(List.of(), broken);
    }

    @Test
    @DisplayName("SEC-10 S2-15: nor does a form that comes back, a note, a suggestion, a file's name or its lines")
    void nothing_that_answers_hostile_texts_runs_one(Page page) throws Exception {
        write();
        watch(page);
        signIn(page, Hindcast.ADMIN, Hindcast.adminPassword());
        for (String list : List.of("models", "people", "admin/users", "admin/audit")) {
            look(page, list + "?q=" + URLEncoder.encode(IMAGE, UTF_8));
        }
        page.navigate("datasets?do=create");
        page.fill("#name", IMAGE);
        page.waitForResponse("**/do/suggest**", () -> page.fill("#project", unique));
        assertThat(page.locator("#project-list option")).hasCount(1);
        check(page, "suggestions");
        page.fill("#owner", SCRIPT);
        page.click("#save");
        assertThat(page.locator("#owner-error")).isVisible();
        check(page, "a form that comes back");
        page.navigate("project?id=1");
        page.fill("#person", person.username());
        page.click("#add");
        assertThat(page.locator(".flash.success")).containsText("<script");
        check(page, "a note");
        upload(page);
        assertEquals(List.of(), broken);
    }

    private void upload(Page page) {
        for (String upload : List.of("upload?version=1", "admin/users-import")) {
            page.navigate(upload);
            String lines = "username,email,first_name,last_name\n" + SCRIPT + "," + SHORT + "," + QUOTE + ",x\n";
            page.locator("#file").setInputFiles(new FilePayload(IMAGE + ".csv", "text/csv", lines.getBytes(UTF_8)));
            page.click("#check");
            page.waitForURL(url -> url.matches(".*[?&]id=.*"));
            check(page, upload + " of a file");
        }
    }

    /** Everything that somebody may write, and the pages that show it to them. */
    private void write() throws Exception {
        person.register(new Visitor(), Map.of("firstName", SCRIPT, "lastName", IMAGE));
        Visitor visitor = person.signedIn();
        Registry.send(visitor, "account/account", "#saveProfile", Map.of("aboutMe", QUOTE));
        Registry.send(visitor, "account/tokens", "#createToken", Map.of("name", IMAGE));
        String name = SCRIPT + unique;
        int project = Registry.create(visitor, "projects", Map.of("name", name, "description", IMAGE));
        int dataset = Registry.create(
                visitor,
                "datasets",
                Map.of("name", IMAGE + unique, "sizeMb", "1", "description", SCRIPT, "project", name));
        int model = Registry.create(
                visitor,
                "models",
                Map.of("name", IMAGE + unique, "unit", SHORT, "description", SCRIPT, "project", name));
        int version = Registry.version(
                visitor,
                model,
                Map.of("accuracy", "0", "label", SHORT, "description", SCRIPT, "dataset", IMAGE + unique));
        Map<String, String> told =
                Map.of("when", "2026-01-31T10:00", "input", SCRIPT + IMAGE, "result", "1", "key", QUOTE);
        Registry.send(visitor, "prediction?do=create&version=" + version, "#add", told);
        shows(visitor, project, dataset, model, version);
    }

    private void shows(Visitor visitor, int project, int dataset, int model, int version) throws Exception {
        String prediction = visitor.page("model?id=" + model)
                .expectFirst("#predictions tbody a")
                .attr("href")
                .substring(1);
        String id = person.stored("id");
        pages.addAll(List.of("", "people?q=" + person.username(), "account/account", "account/tokens", prediction));
        pages.addAll(List.of("project?id=" + project, "member?id=" + project + "&member=" + id));
        pages.addAll(List.of("dataset?id=" + dataset, "model?id=" + model, "upload?version=" + version));
        pages.addAll(List.of("prediction?do=create&version=" + version));
        for (String record : List.of(
                "projects?id=" + project, "datasets?id=" + dataset, "models?id=" + model, "versions?id=" + version)) {
            pages.addAll(
                    List.of(record + "&do=edit", record + "&do=delete", record.replaceAll("id=.*", "q=" + unique)));
        }
    }

    /** The pages that show it to an administrator. */
    private List<String> administration() throws Exception {
        Visitor administrator = Registry.administrator();
        int role = Registry.create(administrator, "admin/roles", Map.of("name", SHORT + unique, "description", SCRIPT));
        String user = "admin/users?id=" + person.stored("id");
        List<String> all = new ArrayList<>(List.of(user, user + "&do=edit", user + "&do=delete"));
        all.addAll(List.of("admin/users?q=" + person.username(), user.replace("?id", "?do=bulk&act=delete&ids")));
        all.addAll(List.of("admin/roles", "admin/roles?id=" + role, "admin/roles?do=edit&id=" + role));
        all.addAll(List.of("admin/roles?do=delete&id=" + role, user + "&do=edit", "admin/audit?q=" + unique));
        all.add("admin/audit?id=" + Person.asked("select max(id) from audit_entries where name like '%' || ?", unique));
        for (String room : List.of("projects", "datasets", "models")) {
            String id = Person.asked("select max(id) from " + room + " where name like '%' || ?", unique);
            all.addAll(List.of("admin/" + room + "?q=" + unique, "admin/" + room + "?id=" + id));
        }
        all.add("admin/versions?q=" + unique);
        return all;
    }

    private void watch(Page page) {
        page.addInitScript(WATCH);
        page.onDialog(dialog -> {
            broken.add("A dialog says " + dialog.message());
            dialog.dismiss();
        });
    }

    private void look(Page page, String path) {
        int status = page.navigate(path.isEmpty() ? "/" : path).status();
        if (status != 200) {
            broken.add(path + ": " + status);
        }
        check(page, path);
    }

    /** It is there, as text. */
    private void check(Page page, String where) {
        Object violations = page.evaluate("window.violations.join(', ')");
        if (!"".equals(violations)) {
            broken.add(where + " violates " + violations);
        }
        int evil = page.locator(".evil").count();
        if (evil > 0) {
            broken.add(where + " holds " + evil + " elements that somebody wrote");
        }
        if (!page.content().contains("class=evil")) {
            broken.add(where + " shows nothing hostile");
        }
    }

    private static void signIn(Page page, String login, String password) {
        page.navigate("signin");
        page.fill("#email", login);
        page.fill("#password", password);
        page.click("#submit");
        page.waitForURL(url -> !url.contains("/signin"));
    }
}
