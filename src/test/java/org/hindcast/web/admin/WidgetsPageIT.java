package org.hindcast.web.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.hindcast.support.Visitor;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jsoup.Connection.Response;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A new entity takes five files: migration, entity, service, admin bean, page. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class WidgetsPageIT {

    @Test
    void a_new_entity_is_in_the_menu_and_among_the_permissions_by_being_there() throws Exception {
        Visitor administrator = Administration.asAdministrator();
        assertEquals(
                "Widgets",
                administrator
                        .page("admin/users")
                        .select(".rail a[href=/admin/widgets]")
                        .text());
        Document role = administrator.page("admin/roles?id=2&do=edit");
        assertEquals(
                1, role.select("input[name=permissions][value=widgets.edit]").size());
    }

    @Test
    void a_new_entity_is_listed_found_created_edited_and_deleted() throws Exception {
        Visitor administrator = Administration.asAdministrator();
        String name = Administration.name("w").substring(0, 8);
        Response created = save(administrator, "admin/widgets?do=create", Map.of("name", name, "weight", "7"));
        String address = created.header("Location").substring(1);
        assertTrue(administrator.page(address).text().contains("7"));
        assertEquals(
                name,
                administrator.page("admin/widgets?q=" + name).select("td.key").text());
        save(administrator, address + "&do=edit", Map.of("weight", "8"));
        assertEquals("8", Administration.asked("select weight from widgets where name = ?", name));
        administrator.press(administrator.page(address + "&do=delete"), "#delete", Map.of());
        assertEquals("0", Administration.asked("select count(*) from widgets where name = ?", name));
    }

    @Test
    void what_breaks_a_rule_of_the_entity_is_told_at_its_field() throws Exception {
        Visitor administrator = Administration.asAdministrator();
        String name = Administration.name("w").substring(0, 8);
        save(administrator, "admin/widgets?do=create", Map.of("name", name, "weight", "0"));
        Document twice = save(administrator, "admin/widgets?do=create", Map.of("name", name, "weight", "1"))
                .parse();
        assertEquals("This is already in use.", twice.select("#name-error").text());
        assertEquals("1", twice.select("#weight").val());
        Document negative = save(administrator, "admin/widgets?do=create", Map.of("name", "x" + name, "weight", "-1"))
                .parse();
        assertTrue(negative.select("#weight-error").hasText());
        Document words = save(administrator, "admin/widgets?do=create", Map.of("name", "y" + name, "weight", "heavy"))
                .parse();
        assertTrue(words.select("#weight-error").hasText());
        assertEquals("heavy", words.select("#weight").val());
    }

    private static Response save(Visitor visitor, String address, Map<String, String> fields) throws Exception {
        return visitor.press(visitor.page(address), "#save", fields);
    }
}
