package org.hindcast.web.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hindcast.support.Visitor;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jsoup.Connection.Method;
import org.jsoup.Connection.Response;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every address that there is, as the sources name it: whoever adds one need not think of it here. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
@Tag("thread")
class ClosedIT {

    private static final Path PAGES = Path.of("src/main/webapp");
    private static final Pattern SERVLET = Pattern.compile("@WebServlet\\(([^)]*)\\)");
    private static final Pattern QUOTED = Pattern.compile("\"(/[^\"]*)\"");
    private static final Pattern OPEN = Pattern.compile("<url-pattern>([^<]+)</url-pattern>");
    private static final List<String> OPENED = List.of(
            "/signin",
            "/signin.xhtml",
            "/register",
            "/register.xhtml",
            "/api/v1/openapi.json",
            "/do/preferences",
            "/do/signout",
            "/health/*",
            "/healthcheck",
            "/healthcheck/",
            "/resources/*",
            "/jakarta.faces.resource/*",
            "/favicon.ico");
    private static final List<String> CALLED =
            List.of("/do/suggest", "/do/series", "/do/predictions", "/do/upload", "/do/users-import", "/do/export");

    @ParameterizedTest(name = "{0}")
    @DisplayName("O0-16, S0-36: every page and every address that pages call, but those that web.xml opens")
    @MethodSource("closed")
    void nothing_answers_strangers_but_what_is_open_on_purpose(String path) throws Exception {
        for (Method method : List.of(Method.GET, Method.POST)) {
            Response answer = new Visitor().request(path).method(method).execute();
            assertEquals(303, answer.statusCode(), method.toString());
            assertTrue(answer.header("Location").startsWith("/signin?next="), answer.header("Location"));
            assertEquals("", answer.body());
        }
        Response ajax = new Visitor()
                .request(path)
                .method(Method.POST)
                .header("Faces-Request", "partial/ajax")
                .data("jakarta.faces.partial.ajax", "true")
                .execute();
        assertEquals(200, ajax.statusCode());
        assertTrue(ajax.body().endsWith("</partial-response>") && !ajax.body().contains("<html"), ajax.body());
        assertTrue(ajax.body().contains("<redirect url=\"/signin?next="), ajax.body());
    }

    /** As the sources name them: the paths of servlets, and pages with their ending and without. */
    static Stream<String> closed() throws IOException {
        Set<String> paths = new TreeSet<>();
        for (String servlet : found(SERVLET, sources(Path.of("src/main/java"), ".java"))) {
            paths.addAll(found(QUOTED, servlet));
        }
        assertTrue(paths.containsAll(CALLED), paths.toString());
        try (Stream<Path> files = Files.walk(PAGES)) {
            files.map(file -> "/" + PAGES.relativize(file).toString().replace('\\', '/'))
                    .filter(page -> page.endsWith(".xhtml") && !page.startsWith("/WEB-INF"))
                    .forEach(page -> paths.addAll(List.of(page, page.replace(".xhtml", ""))));
        }
        assertTrue(paths.contains("/member") && paths.contains("/admin/users.xhtml"), paths.toString());
        String web = Files.readString(PAGES.resolve("WEB-INF/web.xml")).split("open to everybody")[1];
        List<String> open = found(OPEN, web);
        assertEquals(OPENED, open, "what is open to strangers is decided here as well");
        return paths.stream()
                .filter(path -> open.stream()
                        .noneMatch(o -> path.equals(o) || o.endsWith("/*") && path.startsWith(o.replace("*", ""))))
                .map(path -> path.substring(1));
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(found -> found.group(1)).toList();
    }

    private static String sources(Path folder, String ending) throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(f -> f.toString().endsWith(ending)).toList()) {
                all.append(Files.readString(file));
            }
        }
        return all.toString();
    }
}
