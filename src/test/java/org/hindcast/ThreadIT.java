package org.hindcast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.ResultSet;
import java.util.List;
import java.util.Map;
import org.hindcast.support.Hindcast;
import org.hindcast.support.Visitor;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jsoup.Connection.Response;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The thread through the whole house: from the sign-in form to what a model predicted and what happened, and out again. */
@ArquillianTest
@RunAsClient
@Tag("thread")
class ThreadIT {

    private static final String COUNTED = """
            select count(*), count(*) - count(outcome)
            from predictions
            join model_versions on model_versions.id = model_version_id
            join models on models.id = model_id
            where models.name = 'co2-weekly' and model_versions.label = 'persistence'
            """;

    private final Visitor visitor = new Visitor();

    @Test // S0-36, S0-37
    void a_stranger_is_sent_to_the_form_and_led_back() throws Exception {
        Response model = visitor.get("model?id=1");
        assertEquals(303, model.statusCode());
        assertEquals("/signin?next=%2Fmodel%3Fid%3D1", model.header("Location"));
        Response answer = signIn(visitor.follow(model));
        assertEquals("/model?id=1", answer.header("Location"));
        assertTrue(visitor.follow(answer).expectFirst("h1").text().startsWith("co2-weekly"));
    }

    @Test
    void a_person_sees_what_a_model_predicted_and_what_happened() throws Exception {
        signIn(visitor.page("signin"));
        Document models = visitor.page("models");
        String address =
                models.select("main a[href*=model?id=]:containsOwn(co2-weekly)").attr("href");
        Document model = visitor.page(address.substring(1));
        assertTrue(model.expectFirst("h1").text().startsWith("co2-weekly"));
        String text = model.expectFirst("main").text();
        assertTrue(text.contains("persistence"), text);
        assertTrue(text.matches("(?s).*Accuracy\\W+0\\.\\d{2,}.*"), text);
        assertTrue(model.expectFirst("main [id=chart]").hasAttr("id"));
        List<String> first = model.select("table#predictions tbody tr").eachText();
        assertEquals(20, first.size());
        Document next =
                visitor.page(model.expectFirst("main a[rel=next]").attr("href").substring(1));
        List<String> second = next.select("table#predictions tbody tr").eachText();
        assertEquals(20, second.size());
        assertNotEquals(first, second);
    }

    @Test
    void the_demonstration_predicts_each_week_that_has_a_past_and_knows_outcomes_where_the_data_has_them()
            throws Exception {
        try (Connection connection = Hindcast.database();
                ResultSet counted = connection.createStatement().executeQuery(COUNTED)) {
            counted.next();
            assertEquals(2284, counted.getInt(1));
            assertEquals(60, counted.getInt(2), "without an outcome");
        }
    }

    @Test // S1-24
    void who_signed_out_sees_nothing_any_more() throws Exception {
        signIn(visitor.page("signin"));
        Document models = visitor.page("models");
        assertTrue(visitor.get("models").header("Cache-Control").contains("no-store"));
        assertEquals(
                303,
                visitor.press(models, "form[action$=/do/signout] button", Map.of())
                        .statusCode());
        assertEquals("/signin?next=%2Fmodels", visitor.get("models").header("Location"));
    }

    @Test // O0-07
    void the_monitor_hears_that_app_and_database_work() throws Exception {
        assertEquals(
                "The app and database are working fine",
                visitor.get("healthcheck/").body());
    }

    private Response signIn(Document form) throws Exception {
        Response answer =
                visitor.press(form, "#submit", Map.of("email", Hindcast.ADMIN, "password", Hindcast.adminPassword()));
        assertEquals(303, answer.statusCode());
        return answer;
    }
}
