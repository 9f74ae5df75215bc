package org.hindcast.web;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every page, template, tag and include keeps the rules of its house, and each rule catches a page that breaks it. */
class PagesTest {

    private static final Path PAGES = Path.of("src/main/webapp");

    @ParameterizedTest
    @EnumSource
    void every_page_keeps_the_rule(Rule rule) throws IOException {
        try (Stream<Path> files = Files.walk(PAGES)) {
            List<Path> pages =
                    files.filter(file -> file.toString().endsWith(".xhtml")).toList();
            assertTrue(pages.size() > 30, "The pages are there");
            String broken = pages.stream()
                    .filter(page -> rule.broken.test(read(page)))
                    .map(page -> PAGES.relativize(page).toString())
                    .collect(joining(", "));
            assertEquals("", broken, rule.sentence);
        }
    }

    @ParameterizedTest // S1-19
    @ValueSource(strings = {"info", "success", "warning", "danger"})
    void every_kind_of_message_has_a_look_of_its_own(String kind) throws IOException {
        String styles = Files.readString(PAGES.resolve("resources/hindcast/css/hindcast.css"));
        assertTrue(styles.contains(".flash." + kind + " { --tone: var(--" + kind + ");"), kind);
    }

    @ParameterizedTest
    @EnumSource
    void a_page_that_breaks_it_is_caught(Rule rule) {
        assertTrue(rule.broken.test(rule.violator), rule.sentence);
    }

    @Test
    void a_page_that_keeps_them_passes() {
        String page = """
                <ui:composition template="/WEB-INF/templates/site.xhtml">
                  <h:form id="rename" pt:novalidate="novalidate"><hc:csrf/><hc:text id="name" value="#{page.name}"/></h:form>
                  <h:outputScript library="hindcast" name="js/chart.js"/>
                </ui:composition>
                """;
        assertEquals(
                List.of(),
                Stream.of(Rule.values()).filter(rule -> rule.broken.test(page)).toList());
    }

    private static String read(Path page) {
        try {
            return Files.readString(page);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Document parse(String page) {
        return Jsoup.parse(page, Parser.xmlParser());
    }

    private static boolean hasAttribute(String page, Predicate<Attribute> wrong) {
        return parse(page).getAllElements().stream()
                .flatMap(element -> element.attributes().asList().stream())
                .anyMatch(wrong);
    }

    private static boolean hasElement(String page, Predicate<Element> wrong) {
        return parse(page).getAllElements().stream().anyMatch(wrong);
    }

    private static boolean isPosted(Element element) {
        boolean plain =
                element.tagName().equals("form") && element.attr("method").equalsIgnoreCase("post");
        return plain || element.tagName().equals("h:form");
    }

    private static boolean isComputed(Element element) {
        String source = element.tagName().equals("ui:include") ? element.attr("src") : element.attr("template");
        return source.contains("#{") || source.contains("${");
    }

    private static boolean isUntold(Element element) {
        boolean field = List.of("h:selectOneMenu", "h:inputText", "h:inputTextarea", "h:inputSecret")
                .contains(element.tagName());
        return element.tagName().equals("h:message")
                || field && !(element.hasAttr("pt:aria-invalid") && element.hasAttr("pt:aria-describedby"));
    }

    private static boolean isLeftToTheBrowser(Element element) {
        boolean typed = !element.select("hc|text, hc|area, hc|secret, hc|number, hc|pick, ui|insert")
                .isEmpty();
        boolean form = element.tagName().equals("h:form") && typed && !element.hasAttr("pt:novalidate");
        return form
                || Stream.of("required", "pattern", "pt:required", "pt:pattern", "pt:maxlength")
                        .anyMatch(element::hasAttr);
    }

    private static boolean isInlineCode(Element element) {
        boolean code = List.of("script", "style", "h:outputScript", "h:outputStylesheet")
                .contains(element.tagName());
        return code && !(element.html().isBlank() && (element.hasAttr("src") || element.hasAttr("name")));
    }

    /** What every page keeps. */
    enum Rule {
        LENGTH("A page has at most 120 lines", page -> page.lines().count() > 120, "<p/>\n".repeat(121)),
        STYLE(
                "No style in a page: the content security policy would refuse it",
                page -> hasAttribute(page, attribute -> attribute.getKey().matches("(pt:)?style")),
                "<p style=\"color: red\"/>"),
        HANDLER(
                "No event handler in a page: the content security policy would refuse it",
                page -> hasAttribute(page, attribute -> attribute.getKey().matches("(pt:)?on[a-z]+")),
                "<h:commandButton onclick=\"return confirm()\"/>"),
        SCRIPT(
                "No script or style sheet within a page: the content security policy would refuse it",
                page -> hasElement(page, PagesTest::isInlineCode),
                "<script>alert(1)</script>"),
        INCLUDE(
                "What is included is written down, never computed (CVE-2026-46581)",
                page -> hasElement(page, PagesTest::isComputed),
                "<ui:include src=\"#{param.page}\"/>"),
        FORM(
                "Every form holds the token",
                page -> hasElement(
                        page,
                        form -> isPosted(form)
                                && form.getElementsByTag("hc:csrf").isEmpty()),
                "<h:form id=\"rename\"/>"),
        NOVALIDATE(
                "S2-11: the server alone validates: no browser stops a form of fields, none cuts or refuses what is typed",
                page -> hasElement(page, PagesTest::isLeftToTheBrowser),
                "<h:form id=\"rename\"><hc:csrf/><hc:text id=\"name\" value=\"#{page.name}\"/></h:form>"),
        TOLD(
                "S2-12: what is wrong with a field is tied to it for those who hear the page",
                page -> hasElement(page, PagesTest::isUntold),
                "<h:selectOneMenu id=\"stage\" value=\"#{page.stage}\"/>"),
        ESCAPED(
                "What people wrote is escaped",
                page -> hasAttribute(
                        page,
                        attribute -> attribute.getKey().equals("escape")
                                && !attribute.getValue().equals("true")),
                "<h:outputText value=\"#{page.name}\" escape=\"false\"/>");

        private final String sentence;
        private final Predicate<String> broken;
        private final String violator;

        Rule(String sentence, Predicate<String> broken, String violator) {
            this.sentence = sentence;
            this.broken = broken;
            this.violator = violator;
        }
    }
}
