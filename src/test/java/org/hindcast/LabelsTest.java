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
    private static final Set<String> EQUAL =
            Set.of("Deutsch", "English", "Import", "MAE", "MAPE", "Name", "RMSE", "Schema", "Version");

    /** Keys that are completed by what the database, the server or Faces says. */
    private static final Pattern COMPLETED =
            Pattern.compile("(action|error|schema\\.state|stage|jakarta\\.faces)\\..*");

    /** Rooms name their sentences and their columns by what follows the dot. */
    private static final Pattern OF_A_ROOM =
            Pattern.compile("(users|roles|audit|projects|datasets|models|versions)\\.(.*)");

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
        Set<String> same = words("messages.properties").entrySet().stream()
                .filter(word -> word.getValue().equals(german.get(word.getKey())))
                .filter(word -> word.getValue().matches(".*\\p{L}{3}.*"))
                .map(Map.Entry::getValue)
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(new TreeSet<>(EQUAL), same, "no other, and each of them still needed");
    }

    @Test
    void no_key_is_left_that_nobody_names() throws IOException {
        String java = text(files(Path.of("src/main/java"), ".java"));
        String pages = text(pages());
        Set<String> named = found("\"\\{?([\\w.-]+)\\}?\"", java);
        named.addAll(found("'([\\w.-]+)'", pages));
        Set<String> begun = found("\"([\\w.]+\\.)\" \\+", java);
        begun.addAll(found("'([\\w.]+\\.)'\\.concat\\(", pages));
        begun.remove("model.");
        Set<String> ofRooms = found("column\\(\"([\\w.]+)\"\\)", java);
        ofRooms.addAll(found("Changed\\.Field\\(\\s*\"([\\w.]+)\"", java));
        ofRooms.addAll(found("[rR]oom(?:\\(\\))? \\+ \"\\.([\\w.]+)\"", java));
        ofRooms.addAll(found("(?:own\\(page\\.room, '|room\\.concat\\('\\.)([\\w.]+)'", pages));
        assertEquals(
                List.of(),
                words("messages.properties").keySet().stream()
                        .filter(key ->
                                !named.contains(key) && !COMPLETED.matcher(key).matches())
                        .filter(key -> begun.stream()
                                .noneMatch(
                                        part -> key.startsWith(part) && named.contains(key.substring(part.length()))))
                        .filter(key -> !ofRooms.contains(OF_A_ROOM.matcher(key).replaceFirst("$2")))
                        .toList());
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

    private static Set<String> found(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }

    private static String text(List<Path> files) throws IOException {
        StringBuilder text = new StringBuilder();
        for (Path file : files) {
            text.append(Files.readString(file)).append('\n');
        }
        return text.toString();
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
