package org.hindcast.security;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the door makes of a request before it lets anybody in. */
class VisitTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/json | false",
                "text/csv; charset=utf-8 | false",
                "text/csv ;charset=\"utf-8\"; header=present ; | false",
                "json | true",
                "text/csv; charset | true",
                "text/csv; charset=\"utf-8 | true",
                "text/csv text/csv | true"
            })
    void a_type_that_is_none_is_absurd(String type, boolean absurd) {
        assertEquals(absurd, asking(type).isAbsurd(), type);
    }

    @Test // SEC-10: a server answered 200, and nothing, to whoever made it run out of stack
    void a_type_of_any_length_is_read_to_its_end() {
        assertEquals(false, asking("a/b" + ";a=b".repeat(50_000)).isAbsurd());
        assertEquals(true, asking("a/b" + ";a=b".repeat(50_000) + "\"").isAbsurd());
        assertEquals(true, asking("a/b" + " ".repeat(200_000) + "x").isAbsurd());
    }

    private static Visit asking(String type) {
        return new Visit((HttpServletRequest) Proxy.newProxyInstance(
                VisitTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, called, arguments) -> switch (called.getName()) {
                    case "getServletPath", "getRequestURI" -> "/api/v1/models";
                    case "getHeader" -> "Content-Type".equals(arguments[0]) ? type : null;
                    default -> null;
                }));
    }
}
