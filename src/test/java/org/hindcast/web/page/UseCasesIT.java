package org.hindcast.web.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.hindcast.support.Person;
import org.hindcast.support.Visitor;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jsoup.Connection.Method;
import org.jsoup.Connection.Response;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Tag;
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

    @Test
    void the_button_of_each_form_says_what_it_makes() throws Exception {
        Visitor visitor = Registry.administrator();
        Map<String, List<String>> buttons = Map.of(
                "admin/users", List.of("Create user", "Person anlegen"),
                "admin/roles", List.of("Create role", "Rolle anlegen"),
                "projects", List.of("Create project", "Projekt anlegen"),
                "datasets", List.of("Create dataset", "Datensatz anlegen"),
                "models", List.of("Create model", "Modell anlegen"),
                "versions", List.of("Create version", "Version anlegen"));
        for (String page : buttons.keySet()) {
            List<String> said = new ArrayList<>();
            for (String language : List.of("en", "de")) {
                said.add(visitor.request(page + "?do=create")
                        .header("Accept-Language", language)
                        .get()
                        .expectFirst("#save")
                        .val());
            }
            assertEquals(buttons.get(page), said, page);
        }
        Document edit = visitor.page("admin/users?do=edit&id=1");
        assertEquals("Save", edit.expectFirst("#save").val());
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

    @Tag("thread")
    @Test // S1-33: also where no script keeps somebody from a double click
    void a_form_that_creates_something_does_it_once_however_often_it_is_sent() throws Exception {
        Visitor visitor = Registry.administrator();
        for (String room : List.of("projects", "datasets", "models", "roles")) {
            assertDoneOnce(visitor, "admin/" + room + "?do=create", "#save", Map.of("name", Registry.name(room)), room);
        }
        for (String room : List.of("projects", "datasets", "models")) {
            assertDoneOnce(visitor, room + "?do=create", "#save", Map.of("name", Registry.name(room)), room);
        }
        String name = Registry.name("twice").replace("-", ".");
        Map<String, String> person = Map.of(
                "firstName",
                "A",
                "lastName",
                "B",
                "username",
                name,
                "email",
                name + "@x.org",
                "password",
                "long " + name);
        assertDoneOnce(visitor, "admin/users?do=create", "#save", person, "users");
        int model = Registry.model(visitor, Registry.name("m"));
        for (String page : List.of("versions?do=create&model=" + model, "admin/versions?do=create&model=" + model)) {
            assertDoneOnce(visitor, page, "#save", Map.of("accuracy", "0.5"), "model_versions");
        }
        int version = Registry.version(visitor, model, Map.of("accuracy", "0.5"));
        Map<String, String> told = Map.of("when", "2026-01-01T10:00", "result", "1");
        assertDoneOnce(visitor, "prediction?do=create&version=" + version, "#add", told, "predictions");
    }

    @Tag("thread")
    @Test // S1-33, S1-34
    void neither_what_was_refused_nor_what_says_something_else_is_taken_for_the_same() throws Exception {
        Visitor visitor = Person.registered().signedIn();
        Document form = visitor.page("datasets?do=create");
        String name = Registry.name("second");
        Response refused = visitor.press(form, "#save", Map.of("name", name, "sizeMb", "-1"));
        assertEquals(200, refused.statusCode());
        String id = form.expectFirst("input[name=once]").val();
        assertEquals(id, refused.parse().expectFirst("input[name=once]").val(), "the form is still the same one");
        String first = visitor.press(form, "#save", Map.of("sizeMb", "1")).header("Location");
        assertNotEquals(
                first, visitor.press(form, "#save", Map.of("sizeMb", "2")).header("Location"));
        assertEquals(first, visitor.press(form, "#save", Map.of("sizeMb", "1")).header("Location"));
        assertEquals("2", Person.asked("select count(*) from datasets where name = ?", name));
        assertNotEquals(
                id,
                visitor.page("datasets?do=create")
                        .expectFirst("input[name=once]")
                        .val());
    }

    @Tag("thread")
    @Test // S1-33
    void a_form_that_races_itself_makes_one_record() throws Exception {
        Visitor visitor = Person.registered().signedIn();
        Document form = visitor.page("datasets?do=create");
        String name = Registry.name("raced");
        form.expectFirst("#name").val(name);
        List<CompletableFuture<String>> answers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Document mine = form.clone();
            answers.add(CompletableFuture.supplyAsync(() -> location(visitor, mine)));
        }
        Set<String> places = new HashSet<>();
        for (CompletableFuture<String> answer : answers) {
            places.add(answer.get());
        }
        assertEquals("1", Person.asked("select count(*) from datasets where name = ?", name));
        String id = Person.asked("select id from datasets where name = ?", name);
        assertEquals(Set.of("303 /dataset?id=" + id), places);
    }

    private static String location(Visitor visitor, Document form) {
        try {
            Response answer = visitor.press(form, "#save", Map.of());
            return answer.statusCode() + " " + answer.header("Location");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void assertDoneOnce(
            Visitor visitor, String page, String button, Map<String, String> fields, String table) throws Exception {
        String count = "select count(*) from " + table;
        int before = Integer.parseInt(Person.asked(count));
        Document form = visitor.page(page);
        Response first = visitor.press(form, button, fields);
        Response second = visitor.press(form, button, fields);
        assertEquals("303 303", first.statusCode() + " " + second.statusCode(), page);
        assertEquals(first.header("Location"), second.header("Location"), page);
        assertEquals(before + 1, Integer.parseInt(Person.asked(count)), page);
        assertTrue(visitor.follow(second).select(".flash.success").hasText(), page);
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
