package org.hindcast.support;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

/** What no answer tells, whatever was asked (SEC-11). */
public final class Clean {

    private static final List<String> LEAKS = List.of(
            "Exception",
            "org.hindcast",
            "jakarta.",
            "java.",
            "at org.",
            "org.postgresql",
            "org.eclipse",
            "org.hibernate",
            "Payara",
            "PSQL",
            "SQL state",
            "SQLSTATE",
            "select ",
            "SELECT ");

    private Clean() {}

    /** Neither traces nor names of classes, nor what was said to the database, nor the server's own pages. */
    public static void assertClean(String body) {
        assertEquals(List.of(), leaks(body));
    }

    public static List<String> leaks(String body) {
        String own = body.replace("jakarta.faces.ViewState", "").replace("<select ", "");
        return LEAKS.stream().filter(own::contains).toList();
    }
}
