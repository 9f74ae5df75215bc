package org.hindcast;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.hindcast.mlmodel.ModelService;
import org.hindcast.user.User;
import org.hindcast.user.UserService;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("S0-08: the database is importable everywhere and initialised only by the container")
class ClassesTest {

    private static final Path CLASSES = Path.of("target/classes");

    @Test
    void every_class_loads_without_a_server_or_a_database() throws IOException {
        List<String> names;
        try (Stream<Path> files = Files.walk(CLASSES)) {
            names = files.filter(file -> file.toString().endsWith(".class"))
                    .map(file -> CLASSES.relativize(file).toString().replace('/', '.'))
                    .map(name -> name.substring(0, name.length() - ".class".length()))
                    .toList();
        }
        assertTrue(names.size() > 80, "The classes are there");
        for (String name : names) {
            assertDoesNotThrow(() -> Class.forName(name), name);
        }
    }

    @Test
    void records_and_services_can_be_made_by_hand() {
        assertDoesNotThrow(User::new);
        assertDoesNotThrow(UserService::new);
        assertDoesNotThrow(ModelService::new);
    }
}
