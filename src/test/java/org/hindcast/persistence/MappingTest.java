package org.hindcast.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How records lead to each other. */
class MappingTest {

    private final List<JavaField> fields = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("org.hindcast").stream()
                    .flatMap(type -> type.getFields().stream())
                    .toList();

    @Test // S2-44
    void every_way_from_a_record_to_another_is_lazy() {
        List<JavaField> ways = fields.stream()
                .filter(field -> field.isAnnotatedWith(ManyToOne.class) || field.isAnnotatedWith(OneToOne.class))
                .toList();
        assertTrue(ways.size() > 5, ways.toString());
        assertEquals(List.of(), ways.stream().filter(field -> !isLazy(field)).toList());
        assertEquals(
                List.of(),
                fields.stream()
                        .filter(field -> field.isAnnotatedWith(OneToMany.class)
                                        && field.getAnnotationOfType(OneToMany.class)
                                                        .fetch()
                                                != FetchType.LAZY
                                || field.isAnnotatedWith(ManyToMany.class)
                                        && field.getAnnotationOfType(ManyToMany.class)
                                                        .fetch()
                                                != FetchType.LAZY)
                        .toList());
    }

    private static boolean isLazy(JavaField field) {
        FetchType fetch = field.isAnnotatedWith(ManyToOne.class)
                ? field.getAnnotationOfType(ManyToOne.class).fetch()
                : field.getAnnotationOfType(OneToOne.class).fetch();
        return fetch == FetchType.LAZY;
    }
}
