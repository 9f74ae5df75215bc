package org.hindcast.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TwoRolesTest {

    @ParameterizedTest
    @DisplayName("SEC-25: the tables belong to the application's user unless another is named, with its password")
    @CsvSource({"'', '', app, a, 0", "o, p, o, p, 0", "app, '', app, a, 0", "o, '', o, a, 1", "'', p, app, p, 1"})
    void the_tables_belong_to_one_user_or_to_another(
            String user, String password, String owner, String theirs, int problems) {
        Map<String, String> environment = new HashMap<>(Map.of("HINDCAST_MODE", "development"));
        environment.put("HINDCAST_DATABASE_USER", "app");
        environment.put("HINDCAST_DATABASE_PASSWORD", "a");
        environment.put("HINDCAST_SCHEMA_USER", user);
        environment.put("HINDCAST_SCHEMA_PASSWORD", password);
        Settings settings = new Settings(environment);
        String line = "HINDCAST_SCHEMA_USER and HINDCAST_SCHEMA_PASSWORD go together: set both or neither.";
        assertEquals(problems == 0 ? List.of() : List.of(line), settings.problems());
        assertEquals(owner, settings.schemaUser());
        assertEquals(theirs, settings.schemaPassword());
    }
}
