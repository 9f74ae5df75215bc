package org.hindcast.web.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hindcast.support.Person;
import org.hindcast.support.Statements;
import org.hindcast.support.Visitor;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jsoup.Connection.Response;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Datasets: whose they are, how large, and who may change them. */
@ArquillianTest
@RunAsClient
class DatasetsPageIT {

    private static Person person;
    private static Visitor visitor;

    @BeforeAll
    static void signIn() throws Exception {
        person = Person.registered();
        visitor = person.signedIn();
    }

    @Test // S2-16, S2-18, S2-21
    void a_dataset_belongs_to_who_made_it_and_is_found_again() throws Exception {
        String name = Registry.name("load");
        int id = Registry.dataset(visitor, name);
        Document page = visitor.page("dataset?id=" + id);
        assertEquals(name, page.expectFirst("h1").text());
        assertTrue(page.expectFirst("dl.props").text().contains("Ada Lovelace"));
        assertEquals(
                name, visitor.page("datasets?q=" + name).expectFirst("td.key a").text());
    }

    @Test // S2-16
    void the_database_itself_refuses_a_dataset_without_name_size_or_owner() throws Exception {
        for (String column : new String[] {"name", "size_mb", "owner_id"}) {
            assertEquals(
                    "NO",
                    Person.asked(
                            "select is_nullable from information_schema.columns where table_name = 'datasets' and column_name = ?",
                            column));
        }
        assertEquals(
                "users",
                Person.asked("select confrelid::regclass from pg_constraint where conname = 'datasets_owner_fkey'"));
    }

    @Test // S2-20
    void a_size_of_nothing_is_a_size_but_less_is_none() throws Exception {
        int id = Registry.create(visitor, "datasets", Map.of("name", Registry.name("tiny"), "sizeMb", "0"));
        assertEquals("0", Person.asked("select size_mb from datasets where id = ?", id));
        for (String wrong : new String[] {"-1", "1.5", "x", "", "NaN", "99999999999"}) {
            Response answer = Registry.send(
                    visitor, "datasets?do=create", "#save", Map.of("name", Registry.name("odd"), "sizeMb", wrong));
            assertTrue(
                    Registry.error(answer, "sizeMb").matches("200 .+"),
                    wrong + ": " + Registry.error(answer, "sizeMb"));
        }
    }

    @Test // S2-07 in its way: what was typed stays
    void a_name_is_needed_and_at_most_100_characters() throws Exception {
        Response none = Registry.send(visitor, "datasets?do=create", "#save", Map.of("name", "  ", "sizeMb", "7"));
        assertTrue(Registry.error(none, "name").length() > 4);
        assertEquals("7", none.parse().expectFirst("#sizeMb").val());
        assertEquals("100", none.parse().expectFirst("#name").attr("data-max"), "counted while it is typed, never cut");
        assertEquals(1, none.parse().select("div:has(> #name) > .counter").size());
        Response longer = Registry.send(visitor, "datasets?do=create", "#save", Map.of("name", "n".repeat(101)));
        assertTrue(Registry.error(longer, "name").length() > 4);
        Registry.create(visitor, "datasets", Map.of("name", "n".repeat(100)));
    }

    @Test
    void a_source_is_an_address_of_the_web() throws Exception {
        for (String wrong : new String[] {"javascript:alert(1)", "ftp://a", "//a", "http://", "file:///etc/passwd"}) {
            Response answer = Registry.send(
                    visitor, "datasets?do=create", "#save", Map.of("name", Registry.name("s"), "sourceUrl", wrong));
            assertEquals("200 An address begins with http:// or https://.", Registry.error(answer, "sourceUrl"));
        }
        Registry.create(
                visitor, "datasets", Map.of("name", Registry.name("s"), "sourceUrl", "https://example.org/a?b=c"));
    }

    @Test // S2-19
    void an_owner_whom_nobody_knows_is_refused_beside_the_field() throws Exception {
        Visitor administrator = Registry.administrator();
        Response answer = Registry.send(
                administrator,
                "datasets?do=create",
                "#save",
                Map.of("name", Registry.name("d"), "owner", "nobody.at.all"));
        assertEquals(
                "200 There is no nobody.at.all here. Pick one of the suggestions.", Registry.error(answer, "owner"));
        int id =
                Registry.create(administrator, "datasets", Map.of("name", Registry.name("d"), "owner", person.email()));
        assertEquals(
                person.username(),
                Person.asked("select username from users u join datasets d on d.owner_id = u.id where d.id = ?", id));
    }

    @Test
    void a_member_owns_what_they_make_whatever_the_request_says() throws Exception {
        Document form = visitor.page("datasets?do=create");
        assertTrue(form.select("#owner").isEmpty());
        form.expectFirst("form#crud").append("<input name=\"owner\" value=\"admin\"/>");
        String name = Registry.name("mine");
        assertEquals(303, visitor.press(form, "#save", Map.of("name", name)).statusCode());
        assertEquals(
                person.username(),
                Person.asked(
                        "select username from users u join datasets d on d.owner_id = u.id where d.name = ?", name));
    }

    @Test
    void a_member_changes_their_own_and_a_manager_those_of_all() throws Exception {
        int id = Registry.dataset(visitor, Registry.name("d"));
        Person other = Person.registered();
        Visitor stranger = other.signedIn();
        assertTrue(stranger.page("dataset?id=" + id).select(".page-actions a").isEmpty());
        assertEquals(403, stranger.get("datasets?do=edit&id=" + id).statusCode());
        assertEquals(403, stranger.get("datasets?do=delete&id=" + id).statusCode());
        assertEquals(403, stranger.get("admin/datasets").statusCode());
        Person.asked(
                "insert into user_roles select u.id, r.id from users u, roles r where u.username = ? and r.name = 'Manager' returning 1",
                other.username());
        Response answer = Registry.send(stranger, "datasets?do=edit&id=" + id, "#save", Map.of("sizeMb", "99"));
        assertEquals(303, answer.statusCode());
        assertEquals(200, stranger.get("admin/datasets").statusCode());
        assertEquals("99", Person.asked("select size_mb from datasets where id = ?", id));
    }

    @Test // S2-15
    void hostile_names_are_text_and_nothing_else() throws Exception {
        int id = Registry.dataset(visitor, "<script>alert(1)</script>' or 1=1 --");
        for (String page : new String[] {
            "dataset?id=" + id, "datasets?q=script", "people?q=" + person.username(), "datasets?do=edit&id=" + id
        }) {
            Document shown = visitor.page(page);
            assertTrue(shown.select("main script").isEmpty(), page);
            assertTrue(shown.expectFirst("main").outerHtml().contains("&lt;script&gt;"), page);
        }
    }

    @Test // S2-17, S2-22
    void everybody_stands_among_the_people_with_their_datasets_or_without() throws Exception {
        String name = Registry.name("shown");
        Registry.dataset(visitor, name);
        Document people = visitor.page("people?q=" + person.username());
        assertEquals(
                "Ada Lovelace (" + person.email() + ")",
                people.expectFirst(".person h2").text());
        assertTrue(people.select(".person table th").eachText().toString().contains("Dataset name, Size (MB)"));
        assertTrue(people.select(".person table td").eachText().contains(name));
        Person poor = Person.registered();
        assertEquals(
                "No datasets.",
                visitor.page("people?q=" + poor.username())
                        .expectFirst(".person p")
                        .text());
    }

    @Test // S2-17, S2-23
    void of_somebody_with_very_many_the_first_are_shown_and_nobody_else_loses_theirs() throws Exception {
        Person rich = Person.registered();
        Person poor = Person.registered();
        for (Person person : List.of(rich, poor)) {
            Person.asked(
                    "update users set last_name = 'Sharedname' || ?, first_name = ? where username = ? returning 1",
                    rich.username(),
                    person == rich ? "A" : "B",
                    person.username());
        }
        Person.asked(
                "insert into datasets (name, size_mb, owner_id) select 'many' || n, 1, u.id from users u, generate_series(1, 1200) n where username = ? returning 1",
                rich.username());
        Person.asked(
                "insert into datasets (name, size_mb, owner_id) select 'one', 1, id from users where username = ? returning 1",
                poor.username());
        Document people = visitor.page("people?q=sharedname" + rich.username());
        assertEquals(50, people.select(".person").get(0).select("tbody tr").size());
        assertEquals(1, people.select(".person").get(1).select("tbody tr").size());
        Document all = visitor.page(
                people.select(".person").get(0).expectFirst("p a").attr("href").substring(1));
        assertTrue(all.expectFirst("tbody").text().contains("many"));
        assertTrue(people.select(".person").get(1).select("p a").isEmpty());
    }

    @Test // S2-23
    void of_a_thousand_people_with_three_datasets_each_all_are_shown_by_four_statements_a_page() throws Exception {
        String crowd = Registry.crowd(1000, 3);
        visitor.page("people?size=20&q=" + crowd);
        List<String> shown = new ArrayList<>();
        for (int page : List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10)) {
            String address = "people?size=100&page=" + page + "&q=" + crowd;
            Statements all = Statements.during(() -> shown.addAll(
                    visitor.page(address).select(".person tbody tr").eachText()));
            assertTrue(all.count() <= 4, all.toString());
        }
        assertEquals(3000, shown.size());
        Registry.gone(crowd);
    }

    @Test // S2-49
    void the_list_takes_four_statements_and_reads_only_what_it_shows() throws Exception {
        visitor.page("datasets");
        Statements list = Statements.during(() -> visitor.page("datasets?size=100&sort=-sizeMb"));
        assertTrue(list.count() <= 4, list.toString());
        assertTrue(list.times().keySet().stream().noneMatch(sql -> sql.contains("description")), list.toString());
    }

    /** The posts of the sources come with part 4 of the roadmap; datasets stand here for what somebody owns. */
    @Test // S1-09, S1-10, S1-11, S1-12
    void people_and_datasets_lead_to_each_other_by_the_owners_number_alone() throws Exception {
        String columns = "select string_agg(column_name, ' ' order by column_name) from information_schema.columns "
                + "where table_name = ? and column_name ~ 'owner|dataset|user'";
        assertEquals("owner_id", Person.asked(columns, "datasets"));
        assertEquals("username", Person.asked(columns, "users"));
        String name = Registry.name("owned");
        int id = Registry.dataset(visitor, name);
        String address = "people?q=" + person.username();
        visitor.page(address);
        Statements asked = Statements.during(() -> assertTrue(
                visitor.page(address).expectFirst(".person tbody").text().contains(name), "datasets.of(user)"));
        assertEquals(
                1,
                asked.times().entrySet().stream()
                        .filter(statement -> statement.getKey().contains("from datasets where owner_id = o.owner"))
                        .mapToLong(Map.Entry::getValue)
                        .sum(),
                asked.toString());
        assertTrue(
                visitor.page("dataset?id=" + id).expectFirst("dl.props").text().contains("Ada Lovelace"));
        assertEquals(
                Person.asked("select to_char(count(*), 'FM999,999') from datasets"),
                Registry.administrator()
                        .page("datasets")
                        .expectFirst(".list-bar strong")
                        .text());
    }
}
