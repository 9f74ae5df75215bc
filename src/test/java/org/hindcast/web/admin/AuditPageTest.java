package org.hindcast.web.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hindcast.persistence.Changed;
import org.hindcast.web.component.Words;
import org.junit.jupiter.api.Test;

/** The filter of the audit offers what is told, and nothing else. SEC-25 */
class AuditPageTest {

    private static final Pattern TOLD =
            Pattern.compile("(?:Changed\\.act\\(|new Changed\\(|fire\\(|tell\\(|enter\\(\\w+, \\w+,)\\s*\"([a-z-]+)\"");

    @Test
    void every_act_that_is_told_can_be_chosen_and_has_a_word_in_each_language() throws IOException {
        TreeSet<String> told;
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            told = files.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(file -> TOLD.matcher(text(file)).results())
                    .map(found -> found.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
        told.addAll(List.of(Changed.REFUSED, Changed.SIGN_IN_FAILED));
        assertEquals(told, new TreeSet<>(AuditPage.ACTIONS));
        for (Locale language : List.of(Locale.ENGLISH, Locale.GERMAN)) {
            Words words = Words.in(language);
            assertEquals(
                    List.of(),
                    told.stream()
                            .filter(act -> !words.has("action." + act) || !words.has("audit.did." + act))
                            .toList());
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
