package org.hindcast.web.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hindcast.support.Person;
import org.hindcast.support.Visitor;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jsoup.Connection.Response;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Much at once: a thousand people in one act, twenty tabs of one person. */
@ArquillianTest
@RunAsClient
@Tag("thread")
class ManyIT {

    private static final String THOUSAND = """
            insert into users (username, email, first_name, last_name, password_hash)
            select ? || n, ? || n || '@example.org', 'One', 'Of many', 'none' from generate_series(1, 1000) n
            """;
    private static final String IDS = "select string_agg(id::text, ',' order by id) from users where username like ?";
    private static final int TABS = 20;

    private static Visitor administrator;

    @BeforeAll
    static void signIn() throws Exception {
        administrator = Administration.asAdministrator();
    }

    @Test
    @DisplayName("A thousand people are deactivated, given a role and deleted, each for itself and none left out")
    void a_thousand_people_at_once() throws Exception {
        String name = Administration.name("m");
        Administration.asked(THOUSAND + " returning id", name, name);
        String all = Administration.asked(IDS, name + "%");
        assertEquals("1000", told(bulk("deactivate", all)));
        assertEquals("1000", count(name, "not active"));
        Document ask = administrator.page("admin/users?do=bulk&act=role&ids=" + all);
        Administration.choose(ask, "role", "Manager");
        assertEquals("1000", told(administrator.press(ask, "#bulk", Map.of())));
        assertEquals("1000", count(name, "role_names(id) = 'Manager'"));
        assertEquals("1000", told(bulk("delete", all)));
        assertEquals("0", count(name, "true"));
    }

    @Test
    @DisplayName("Twenty tabs: each form keeps its own record, and none ends another's")
    void twenty_tabs_do_not_disturb_each_other() throws Exception {
        List<Integer> people = new ArrayList<>();
        List<Document> tabs = new ArrayList<>();
        for (int tab = 0; tab < TABS; tab++) {
            people.add(Administration.person(administrator, Administration.name("tab")));
            tabs.add(administrator.page("admin/users?do=edit&id=" + people.get(tab)));
        }
        for (int tab = TABS - 1; tab >= 0; tab--) {
            Response saved = administrator.press(tabs.get(tab), "#save", Map.of("lastName", "Tab " + tab));
            assertEquals(303, saved.statusCode());
        }
        for (int tab = 0; tab < TABS; tab++) {
            assertEquals(
                    "Tab " + tab, Administration.asked("select last_name from users where id = ?", people.get(tab)));
        }
    }

    @Test
    @DisplayName("Twenty tabs of one record: the first to save wins, the others are told and may overwrite")
    void twenty_tabs_of_one_record() throws Exception {
        int id = Administration.person(administrator, Administration.name("tabs"));
        List<Document> tabs = new ArrayList<>();
        for (int tab = 0; tab < TABS; tab++) {
            tabs.add(administrator.page("admin/users?do=edit&id=" + id));
        }
        for (int tab = 0; tab < TABS; tab++) {
            Response answer = administrator.press(tabs.get(tab), "#save", Map.of("lastName", "Tab " + tab));
            assertEquals(tab == 0 ? 303 : 200, answer.statusCode());
            assertEquals(tab == 0 ? 0 : 1, answer.parse().select("#conflict").size());
        }
        assertEquals("Tab 0", Administration.asked("select last_name from users where id = ?", id));
    }

    @Test
    @DisplayName("SEC-2: whoever may delete deletes many at once, also who may not edit")
    void who_may_delete_need_not_edit() throws Exception {
        Person person = Person.registered();
        Visitor visitor = person.signedIn();
        person.onlyMay("roles.read", "roles.delete");
        String role =
                Administration.asked("insert into roles (name) values (?) returning id", Administration.name("gone"));
        visitor.press(visitor.page("admin/roles?do=bulk&act=delete&ids=" + role), "#bulk", Map.of());
        assertEquals(null, Administration.asked("select name from roles where id = cast(? as integer)", role));
        assertEquals(403, visitor.get("admin/users?do=bulk&act=role&ids=1").statusCode());
    }

    private static Response bulk(String act, String ids) throws Exception {
        Document ask = administrator.page("admin/users?do=bulk&act=" + act + "&ids=" + ids);
        assertEquals(1000, ask.select(".consequences li").size());
        return administrator.press(ask, "#bulk", Map.of());
    }

    private static String told(Response answer) throws Exception {
        Document page = administrator.follow(answer);
        assertTrue(
                page.select(".flash.warning").isEmpty(), page.select(".flash").text());
        return page.select(".flash.success p").text().replaceAll("\\D", "");
    }

    private static String count(String name, String condition) throws Exception {
        return Administration.asked("select count(*) from users where username like ? and " + condition, name + "%");
    }
}
