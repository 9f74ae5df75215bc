package org.hindcast.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Field;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** What becomes of a start when the database answers at first and fails then. */
class SchemaTest {

    private static final String STOPPING = "57P01";
    private static final String NO_POOL = "53300";
    private static final String WRONG_PASSWORD = "28P01";

    private final Schema schema = new Schema();
    private final Deque<String> failures = new ArrayDeque<>();

    @Test // F15: it becomes ready by itself
    void a_start_goes_on_when_the_database_comes_back() throws Exception {
        failures.addAll(List.of(STOPPING, NO_POOL, WRONG_PASSWORD));
        begin();
        assertTrue(failures.isEmpty(), "tried again until something else was wrong: " + failures);
        assertEquals(Schema.State.FAILED, schema.state());
    }

    @Test
    void waiting_for_no_reason_is_no_use() throws Exception {
        failures.addAll(List.of(WRONG_PASSWORD, STOPPING));
        begin();
        assertEquals(List.of(STOPPING), List.copyOf(failures));
        assertEquals(Schema.State.FAILED, schema.state());
    }

    private void begin() throws ReflectiveOperationException {
        set("source", source(() -> proxy(Connection.class, "isValid", () -> true)));
        set("pool", source(() -> {
            throw new SQLException("The database fails.", failures.remove());
        }));
        schema.bringUp();
    }

    private void set(String name, DataSource source) throws ReflectiveOperationException {
        Field field = Schema.class.getDeclaredField(name);
        field.setAccessible(true);
        field.set(schema, source);
    }

    private static DataSource source(Answer connection) {
        return proxy(DataSource.class, "getConnection", connection);
    }

    private static <T> T proxy(Class<T> type, String method, Answer answer) {
        return type.cast(Proxy.newProxyInstance(
                SchemaTest.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, called, arguments) -> called.getName().equals(method) ? answer.give() : null));
    }

    /** What stands behind a method. */
    private interface Answer {
        Object give() throws SQLException;
    }
}
