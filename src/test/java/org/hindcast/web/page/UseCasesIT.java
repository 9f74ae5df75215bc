package org.hindcast.web.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hindcast.support.Person;
import org.hindcast.support.Visitor;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jsoup.Connection.Method;
import org.jsoup.Connection.Response;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the product is for, from one end to the other. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class UseCasesIT {

    @Test // S2-40: where the source puts several pages and forms under one address
    void each_list_and_each_form_has_an_address_and_a_title_of_its_own() throws Exception {
        Visitor visitor = Registry.administrator();
        Map<String, String> titles = new HashMap<>();
        for (String room : List.of("admin/users", "projects", "datasets", "models", "versions")) {
            titles.put(room, visitor.page(room).title());
            titles.put(room + "?do=create", visitor.page(room + "?do=create").title());
        }
        titles.put("", visitor.page("").title());
        titles.put("people", visitor.page("people").title());
        Set<String> different = new HashSet<>(titles.values());
        assertEquals(titles.size(), different.size(), titles.toString());
    }

    @Test // S2-40
    void the_home_page_stores_nothing_whatever_is_sent_there() throws Exception {
        Visitor visitor = Registry.administrator();
        String name = Registry.name("at-home");
        String token = visitor.page("projects?do=create")
                .expectFirst("input[name=csrf]")
                .val();
        Response answer = visitor.request("")
                .method(Method.POST)
                .data("csrf", token, "name", name, "sizeMb", "1", "crud", "crud", "save", "Save")
                .execute();
        assertTrue(answer.statusCode() < 500, "status " + answer.statusCode());
        for (String table : List.of("projects", "datasets", "models")) {
            assertEquals("0", Person.asked("select count(*) from " + table + " where name = ?", name), table);
        }
    }

    @Test // S2-50: dashboards and platforms of machine learning
    void a_model_comes_from_its_data_to_its_errors_on_the_dashboard() throws Exception {
        Visitor visitor = Person.registered().signedIn();
        String name = Registry.name("case");
        Registry.create(visitor, "projects", Map.of("name", name));
        Registry.create(visitor, "datasets", Map.of("name", name, "sizeMb", "7", "project", name));
        int model = Registry.create(visitor, "models", Map.of("name", name, "project", name, "unit", "MW"));
        int version = Registry.version(visitor, model, Map.of("accuracy", "0.5", "dataset", name, "label", "first"));
        for (int day = 1; day < 4; day++) {
            Map<String, String> told = Map.of("when", "2026-01-0" + day + "T10:00", "result", String.valueOf(day));
            assertEquals(
                    303,
                    Registry.send(visitor, "prediction?do=create&version=" + version, "#add", told)
                            .statusCode());
        }
        for (String link :
                visitor.page("model?id=" + model).select("#predictions tbody a").eachAttr("href")) {
            assertEquals(
                    303,
                    Registry.send(visitor, link.substring(1), "#tell", Map.of("outcome", "2"))
                            .statusCode());
        }
        Document dashboard = visitor.page("model?id=" + model);
        assertEquals(3, dashboard.select("#predictions tbody tr").size());
        assertTrue(
                dashboard.expectFirst("#scores").text().contains("0.6667 MW mean absolute error"),
                () -> dashboard.expectFirst("#scores").text());
        Document home = visitor.page("");
        assertTrue(home.expectFirst("section[aria-labelledby=mine]").text().contains(name));
        assertTrue(home.expectFirst("section[aria-labelledby=changes]").text().contains(name));
    }

    @Test // S2-50: management of users, and logs for analytics
    void people_are_managed_and_what_they_did_can_be_taken_away_for_analysis() throws Exception {
        Visitor administrator = Registry.administrator();
        Person person = Person.registered();
        Visitor visitor = person.signedIn();
        String name = Registry.name("logged");
        Registry.create(visitor, "projects", Map.of("name", name));
        assertTrue(administrator
                .page("admin/users?q=" + person.username())
                .expectFirst("tbody")
                .text()
                .contains(person.email()));
        Document log = administrator.page("admin/audit?q=" + name);
        assertTrue(log.expectFirst("tbody").text().contains(person.username()), log.text());
        String export = administrator
                .get(log.expectFirst("a[href*=export]").attr("href").substring(1))
                .body();
        assertTrue(export.contains(person.username() + ",create,projects," + name), export);
    }
}
