package org.hindcast.web.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.hindcast.support.Clean;
import org.hindcast.support.Visitor;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jsoup.Connection.Response;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists under addresses that no link of ours leads to. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class OddAddressesIT {

    private static final List<String> ODD = List.of(
            "-1",
            "99999999999999999999",
            "NaN",
            "%_\\",
            "'\"><script>alert(1)</script>",
            "\u202e\u0007x",
            "-name,-name,nothing,class,passwordHash",
            "😀".repeat(300));

    private static Visitor administrator;

    @BeforeAll
    static void signIn() throws Exception {
        administrator = Administration.asAdministrator();
    }

    @ParameterizedTest
    @DisplayName("SEC-10, SEC-11, S2-42: every parameter that a list knows, with every odd value")
    @ValueSource(
            strings = {
                "admin/users",
                "admin/roles",
                "admin/audit",
                "admin/versions",
                "admin/models",
                "admin/datasets",
                "admin/projects",
                "models",
                "datasets",
                "projects",
                "people",
                "versions"
            })
    void no_address_of_a_list_breaks_it(String list) throws Exception {
        Set<String> names =
                new LinkedHashSet<>(List.of("page", "size", "sort", "q", "columns", "do", "id", "ids", "act"));
        names.addAll(administrator.page(list).select("main form [name]").eachAttr("name"));
        names.remove("csrf");
        List<String> broken = new ArrayList<>();
        for (String name : names) {
            broken.addAll(broken(list, name));
        }
        assertEquals(List.of(), broken);
    }

    private static List<String> broken(String list, String name) throws Exception {
        List<String> broken = new ArrayList<>();
        for (String odd : ODD) {
            Response answer =
                    administrator.get(list + "?" + name + "=" + URLEncoder.encode(odd, StandardCharsets.UTF_8));
            if (answer.statusCode() >= 500 || answer.body().contains("<script>alert")) {
                broken.add(name + "=" + odd + ": " + answer.statusCode());
            }
            Clean.leaks(answer.body()).forEach(leak -> broken.add(name + "=" + odd + " tells " + leak));
        }
        return broken;
    }
}
