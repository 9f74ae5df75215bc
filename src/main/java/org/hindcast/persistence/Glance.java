package org.hindcast.persistence;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * One statement that answers with one row and is a transaction by itself, without objects: for what every single request asks,
 * where the same through JPA takes three times as long.
 */
@ApplicationScoped
public class Glance {

    @Resource(name = "jdbc/hindcast")
    private DataSource source;

    /** The first row that answers, a value for each column; empty when there is none. @throws PersistenceException as JPA does */
    public Optional<Object[]> row(String sql, Object... parameters) {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            return first(statement);
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }

    private static Optional<Object[]> first(PreparedStatement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery()) {
            if (!rows.next()) {
                return Optional.empty();
            }
            Object[] row = new Object[rows.getMetaData().getColumnCount()];
            for (int i = 0; i < row.length; i++) {
                row[i] = rows.getObject(i + 1);
            }
            return Optional.of(row);
        }
    }
}
