package org.hindcast.prediction;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.lang.reflect.Field;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A database behind the services of this room without a server between: their statements run as they stand. */
final class Sql {

    private final Connection connection;

    Sql(Connection connection) {
        this.connection = connection;
    }

    /** The same service, speaking with this database. */
    <T> T into(T service) throws ReflectiveOperationException {
        Field em = service.getClass().getDeclaredField("em");
        em.setAccessible(true);
        em.set(service, proxy(EntityManager.class, (method, arguments) -> query((String) arguments[0])));
        return service;
    }

    void say(String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = prepared(sql, parameters)) {
            statement.execute();
        }
    }

    /** The first column of the first row. */
    String ask(String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = prepared(sql, parameters);
                ResultSet rows = statement.executeQuery()) {
            return rows.next() ? rows.getString(1) : null;
        }
    }

    private Query query(String sql) {
        Map<Integer, Object> parameters = new TreeMap<>();
        return proxy(Query.class, (method, arguments) -> switch (method) {
            case "getResultList" -> rows(sql, parameters.values().toArray());
            case "getSingleResult" -> rows(sql, parameters.values().toArray()).get(0);
            default -> parameters.put((Integer) arguments[0], arguments[1] == null ? Void.TYPE : arguments[1]);
        });
    }

    private List<Object> rows(String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = prepared(sql, parameters);
                ResultSet rows = statement.executeQuery()) {
            List<Object> all = new ArrayList<>();
            while (rows.next()) {
                Object[] row = row(rows);
                all.add(row.length == 1 ? row[0] : row);
            }
            return all;
        }
    }

    private static Object[] row(ResultSet rows) throws SQLException {
        Object[] row = new Object[rows.getMetaData().getColumnCount()];
        for (int i = 1; i <= row.length; i++) {
            boolean time = rows.getMetaData().getColumnTypeName(i).equals("timestamptz");
            row[i - 1] = time ? rows.getObject(i, OffsetDateTime.class) : rows.getObject(i);
        }
        return row;
    }

    private PreparedStatement prepared(String sql, Object... parameters) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i] == Void.TYPE ? null : parameters[i]);
        }
        return statement;
    }

    private static <T> T proxy(Class<T> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(
                Sql.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    Object result = answer.to(method.getName(), arguments);
                    return method.getName().startsWith("set") ? proxy : result;
                }));
    }

    /** What stands behind a method. */
    @FunctionalInterface
    private interface Answer {
        Object to(String method, Object... arguments) throws SQLException;
    }
}
