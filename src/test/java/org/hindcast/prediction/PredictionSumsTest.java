package org.hindcast.prediction;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.hindcast.schema.Ready;
import org.hindcast.settings.Settings;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What is done for the predictions from time to time. */
class PredictionSumsTest {

    private final List<String> said = new ArrayList<>();
    private final List<Runnable> planned = new ArrayList<>();

    @Test
    @DisplayName("Nothing is forgotten unless somebody wants it")
    void only_the_sums_are_kept_up_where_nothing_is_set() throws Exception {
        begin(Map.of());
        planned.forEach(Runnable::run);
        assertEquals(1, planned.size());
        assertEquals("call refresh_predictions()", said.get(said.size() - 1));
    }

    @Test
    void what_is_older_than_the_days_to_keep_is_forgotten() throws Exception {
        begin(Map.of("HINDCAST_KEEP_DAYS", "400"));
        planned.forEach(Runnable::run);
        assertEquals(2, planned.size());
        assertEquals(
                List.of("call refresh_predictions()", "select forget_predictions(cast(? as interval))", "400 days"),
                said.subList(said.size() - 3, said.size()));
    }

    private void begin(Map<String, String> environment) throws Exception {
        Constructor<Settings> settings = Settings.class.getDeclaredConstructor(Map.class);
        settings.setAccessible(true);
        PreparedStatement statement = proxy(PreparedStatement.class, (it, method, arguments) -> {
            if (method.getName().equals("setString")) {
                said.add(String.valueOf(arguments[1]));
            }
            return method.getReturnType() == boolean.class ? false : null;
        });
        Connection connection = proxy(Connection.class, (it, method, arguments) -> {
            if (method.getName().equals("prepareStatement")) {
                said.add((String) arguments[0]);
                return statement;
            }
            return null;
        });
        PredictionSums sums = new PredictionSums();
        set(sums, "settings", settings.newInstance(environment));
        set(sums, "source", proxy(DataSource.class, (it, method, arguments) -> connection));
        set(sums, "clock", proxy(ManagedScheduledExecutorService.class, (it, method, arguments) -> {
            planned.add((Runnable) arguments[0]);
            return null;
        }));
        sums.begin(new Ready());
    }

    private static <T> T proxy(Class<T> type, InvocationHandler answer) {
        return type.cast(
                Proxy.newProxyInstance(PredictionSumsTest.class.getClassLoader(), new Class<?>[] {type}, answer));
    }

    private static void set(PredictionSums sums, String name, Object value) throws ReflectiveOperationException {
        Field field = PredictionSums.class.getDeclaredField(name);
        field.setAccessible(true);
        field.set(sums, value);
    }
}
