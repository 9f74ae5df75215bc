package org.hindcast.security;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ways back after signing in. */
class LocalPathTest {

    @ParameterizedTest
    @DisplayName("S0-38, SEC-17: other sites are no way back")
    @ValueSource(
            strings = {
                "//evil",
                "/\\evil",
                "\\/evil",
                "https://evil",
                "evil",
                "",
                "/\r\nX: y",
                "/\t/evil",
                "javascript:x",
                " /models"
            })
    void other_sites_are_no_way_back(String path) {
        assertEquals("/", LocalPath.or(path, "/"));
    }

    @ParameterizedTest
    @CsvSource({
        "/models, /models",
        "/models?q=a%20b&p=1, /models?q=a%20b&p=1",
        "/models?q=ü, /models?q=%C3%BC",
        "/a b, /a%20b"
    })
    void paths_of_this_site_are_kept_and_written_in_ascii(String path, String written) {
        assertEquals(written, LocalPath.or(path, "/"));
    }
}
