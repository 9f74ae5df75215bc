package org.hindcast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Words that people read come from the bundles, and both languages have them all. */
class LabelsTest {

    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Path PAGES = Path.of("src/main/webapp");
    private static final Pattern USED = Pattern.compile("msg\\['([^']+)'\\](?!\\.concat)");

    /** Equal in both languages on purpose. */
    private static final Set<String> EQUAL = Set.of(
            "404",
            "500",
            "503",
            "Administration",
            "Deutsch",
            "English",
            "MAE",
            "MAPE",
            "Name",
            "Passwort",
            "RMSE",
            "Schema",
            "System",
            "Version",
            "Status",
            "Audit",
            "Export",
            "CSV",
            "XLSX",
            "Team",
            "{1} {0}",
            "Details",
            "Import",
            "Filter",
            "Region",
            "Index",
            "Text",
            "Code",
            "Tag",
            "Trend",
            "Bias",
            "Hindcast",
            "Actor",
            "Format",
            "Optional");

    @ParameterizedTest
    @ValueSource(strings = {"messages", "ValidationMessages"})
    @DisplayName("Both languages have the same keys, with the same arguments")
    void both_languages_have_the_same_keys_and_arguments(String bundle) throws IOException {
        Map<String, String> english = words(bundle + ".properties");
        Map<String, String> german = words(bundle + "_de.properties");
        assertEquals(english.keySet(), german.keySet());
        english.forEach((key, text) -> assertEquals(arguments(text), arguments(german.get(key)), key));
    }

    @Test
    void nothing_was_left_in_english_in_the_german_bundle() throws IOException {
        Map<String, String> german = words("messages_de.properties");
        List<String> same = words("messages.properties").entrySet().stream()
                .filter(word -> word.getValue().equals(german.get(word.getKey())))
                .filter(word -> word.getValue().matches(".*\\p{L}{3}.*"))
                .filter(word -> !EQUAL.contains(word.getValue()))
                .map(Map.Entry::toString)
                .toList();
        assertEquals(List.of(), same);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "messages.properties",
                "messages_de.properties",
                "ValidationMessages.properties",
                "ValidationMessages_de.properties"
            })
    void keys_are_sorted_and_stand_once(String file) throws IOException {
        List<String> keys =
                lines(file).map(line -> line.substring(0, line.indexOf('='))).toList();
        assertEquals(List.copyOf(new TreeSet<>(keys)), keys);
    }

    @ParameterizedTest
    @ValueSource(strings = {"messages.properties", "messages_de.properties"})
    void no_word_shouts(String file) throws IOException {
        assertEquals(
                List.of(),
                words(file).entrySet().stream()
                        .filter(word -> word.getValue().contains("!"))
                        .toList());
    }

    @Test
    void every_key_that_a_page_names_exists() throws IOException {
        assertEquals(List.of(), missing(pages(), USED));
    }

    @Test
    void every_key_that_a_refusal_or_a_note_names_exists() throws IOException {
        Pattern named = Pattern.compile(
                "(?:new Refusal\\(|Refusal\\.at\\([^,()]+, |notes\\.(?:success|info|warning|danger)\\()\\s*\"([^\"]+)\"\\s*[,)]");
        assertEquals(List.of(), missing(files(Path.of("src/main/java"), ".java"), named));
    }

    @Test
    void no_page_holds_a_word_of_its_own() throws IOException {
        List<String> own = new ArrayList<>();
        for (Path page : pages()) {
            for (Element element :
                    Jsoup.parse(Files.readString(page), "", Parser.xmlParser()).getAllElements()) {
                texts(element).filter(LabelsTest::isWord).forEach(text -> own.add(page + ": " + text));
            }
        }
        assertEquals(List.of(), own);
    }

    /** A test that can't fail tests nothing. */
    @Test
    void a_word_in_a_page_would_be_found() {
        assertTrue(isWord("Save #{page.name}"));
        assertEquals(false, isWord("#{msg['save']} 1 · –"));
    }

    private static List<String> missing(List<Path> files, Pattern named) throws IOException {
        Set<String> keys = words("messages.properties").keySet();
        List<String> missing = new ArrayList<>();
        for (Path file : files) {
            named.matcher(Files.readString(file))
                    .results()
                    .map(found -> found.group(1))
                    .filter(key -> !key.endsWith(".") && !keys.contains(key))
                    .forEach(key -> missing.add(file + ": " + key));
        }
        return missing;
    }

    private static Stream<String> texts(Element element) {
        Stream<String> own = element.textNodes().stream().map(TextNode::text);
        Stream<String> attributes = Stream.of(
                        "aria-label", "title", "alt", "placeholder", "label", "header", "itemLabel", "help")
                .map(element::attr);
        return element.nodeName().equals("script") ? Stream.empty() : Stream.concat(own, attributes);
    }

    private static boolean isWord(String text) {
        String plain = text.replaceAll("#\\{[^}]*\\}", "").replaceAll("\\b(Hindcast|English|Deutsch|CSV|XLSX)\\b", "");
        return plain.matches("(?s).*\\p{L}{2}.*");
    }

    private static List<Path> pages() throws IOException {
        return files(PAGES, ".xhtml");
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        }
    }

    private static Map<String, String> words(String file) throws IOException {
        return lines(file)
                .collect(Collectors.toMap(
                        line -> line.substring(0, line.indexOf('=')),
                        line -> line.substring(line.indexOf('=') + 1),
                        (one, other) -> other,
                        TreeMap::new));
    }

    private static Stream<String> lines(String file) throws IOException {
        return Files.readAllLines(RESOURCES.resolve(file)).stream()
                .filter(line -> line.contains("=") && !line.startsWith("#"));
    }

    private static List<String> arguments(String text) {
        List<String> found = new ArrayList<>();
        Matcher matcher = Pattern.compile("\\{\\w+").matcher(text);
        while (matcher.find()) {
            found.add(matcher.group());
        }
        Collections.sort(found);
        return found;
    }
}
