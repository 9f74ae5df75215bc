package org.hindcast.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.hindcast.support.Hindcast;
import org.hindcast.support.Person;
import org.hindcast.support.Statements;
import org.hindcast.support.Visitor;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ArquillianTest
@RunAsClient
class ReadingIT {

    @DisplayName("S0-06: a page that is only read changes nothing in the database")
    @ParameterizedTest
    @ValueSource(
            strings = {"", "models", "model?id=1", "account/account", "admin/users", "admin/users?id=1", "admin/roles"})
    void reading_writes_nothing(String path) throws Exception {
        Visitor visitor = new Visitor();
        Person.signIn(visitor, Hindcast.ADMIN, Hindcast.adminPassword());
        Statements statements = Statements.during(() -> assertEquals(
                200, visitor.request(path).followRedirects(true).execute().statusCode()));
        List<String> writing = statements.times().keySet().stream()
                .filter(sql -> sql.strip().toLowerCase().matches("(?s)(with .*)?\\b(insert|update|delete|merge)\\b.*"))
                .toList();
        assertEquals(List.of(), writing);
        assertTrue(statements.count() > 0, "Somebody was read");
    }

    @DisplayName("S0-10 S0-37: home, sign-in, register and sign-out exist")
    @ParameterizedTest
    @CsvSource({"signin, 200", "register, 200", "'', 303", "models, 303"})
    void the_pages_exist(String path, int status) throws Exception {
        assertEquals(status, new Visitor().get(path).statusCode());
    }

    @Test
    @DisplayName("S0-10: home leads on, sign-out leads away")
    void home_and_sign_out_exist() throws Exception {
        Visitor visitor = new Visitor();
        Person.signIn(visitor, Hindcast.ADMIN, Hindcast.adminPassword());
        assertEquals(
                303,
                visitor.press(visitor.page(""), "form[action$=/do/signout] button", Map.of())
                        .statusCode());
    }

    @Test
    @DisplayName("S0-13: who is ready says so; an orchestrator may ask by any name of the machine, a person may not")
    void the_health_answers_to_any_name() throws Exception {
        String elsewhere = "10.1.2.3:8080";
        assertEquals(
                200,
                new Visitor()
                        .request("health/ready")
                        .header("Host", elsewhere)
                        .execute()
                        .statusCode());
        assertEquals(
                400,
                new Visitor()
                        .request("signin")
                        .header("Host", elsewhere)
                        .execute()
                        .statusCode());
    }
}
