package org.hindcast.prediction;

import jakarta.enterprise.event.Event;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.hindcast.persistence.Glance;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.TransactionState;

/** Somebody who writes by this room's services, in transactions of their own, as the container makes them. */
final class Writer implements AutoCloseable {

    final Sql sql;
    final PredictionIngest ingest;
    final PredictionService predictions;
    final PredictionUploads uploads = new PredictionUploads();

    /** Acts that the audit hears of. */
    final List<String> told = new ArrayList<>();

    private final Connection connection;

    Writer(DataSource source) throws Exception {
        connection = source.getConnection();
        connection.setAutoCommit(false);
        sql = new Sql(connection);
        ingest = sql.into(new PredictionIngest());
        PredictionCopy copy = new PredictionCopy();
        predictions = sql.into(new PredictionService());
        for (Object service : List.of(copy, predictions)) {
            put(service, "events", proxy(Event.class, (method, arguments) -> told.add(arguments[0].toString())));
        }
        Glance glance = new Glance();
        for (Object service : List.of(copy, glance)) {
            put(service, "source", proxy(DataSource.class, (method, arguments) -> kept()));
        }
        put(ingest, "glance", glance);
        put(uploads, "copy", copy);
        put(uploads, "ingest", ingest);
    }

    /** What fails is undone. */
    <R> R whole(Callable<R> work) throws Exception {
        boolean done = false;
        try {
            R result = work.call();
            done = true;
            return result;
        } finally {
            if (done) {
                commit();
            } else {
                connection.rollback();
            }
        }
    }

    void commit() throws SQLException {
        connection.commit();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    /** The connection of the transaction: closing it does not end that. Who comes again has a new one. */
    private Connection kept() throws SQLException {
        if (connection.unwrap(BaseConnection.class).getTransactionState() == TransactionState.FAILED) {
            connection.rollback();
        }
        return proxy(
                Connection.class,
                (method, arguments) -> method.getName().equals("close") ? null : method.invoke(connection, arguments));
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(
                Writer.class.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    try {
                        return call.on(method, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }

    private static void put(Object into, String name, Object value) throws ReflectiveOperationException {
        Field field = into.getClass().getDeclaredField(name);
        field.setAccessible(true);
        field.set(into, value);
    }

    /** What stands behind a method. */
    @FunctionalInterface
    private interface Call {
        Object on(Method method, Object... arguments) throws Exception;
    }
}
