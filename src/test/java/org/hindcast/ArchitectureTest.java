package org.hindcast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.EvaluationResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.hindcast.architecture.House;
import org.hindcast.architecture.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The product keeps the rules of its architecture, and each rule can fail: it catches the class that breaks it on purpose.
 */
class ArchitectureTest {

    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(House.HINDCAST.root());

    private static final JavaClasses VIOLATORS = new ClassFileImporter().importPackages(House.VIOLATORS.root());

    @ParameterizedTest(name = "{0}")
    @MethodSource("org.hindcast.architecture.Rule#all")
    void the_house_keeps_the_rule(Rule rule) {
        rule.in(House.HINDCAST).check(PRODUCT);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("org.hindcast.architecture.Rule#all")
    void its_violator_is_caught(Rule rule) {
        EvaluationResult result = rule.in(House.VIOLATORS).evaluate(VIOLATORS);
        assertTrue(
                result.getFailureReport().getDetails().stream()
                        .anyMatch(line -> line.contains(rule.violator().getName())),
                () -> rule + " lets " + rule.violator().getSimpleName() + " pass");
    }

    /** A rule about a package that does not exist would hold for ever. */
    @Test
    void every_package_that_the_rules_name_is_there_and_no_other() {
        Set<String> there = PRODUCT.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> !name.equals(House.HINDCAST.root()))
                .map(name -> name.substring(House.HINDCAST.root().length() + 1))
                .collect(Collectors.toCollection(TreeSet::new));
        // A door with rooms of its own may itself be empty.
        there.add("web");
        assertEquals(new TreeSet<>(House.parts()), there);
    }

    @ParameterizedTest
    @MethodSource("org.hindcast.architecture.House#parts")
    void every_package_says_why(String part) throws IOException {
        Path why = Path.of("src/main/java/org/hindcast", part.replace('.', '/'), "package-info.java");
        assertTrue(Files.exists(why) && Files.readString(why).startsWith("/**"), why::toString);
    }
}
