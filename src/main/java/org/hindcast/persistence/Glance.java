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
 * Reads one row by one statement, without a transaction and without objects: for what every single request asks, where the same
 * question through JPA takes three times as long.
 */
@ApplicationScoped
public class Glance {

    @Resource(name = "jdbc/hindcast")
    private DataSource source;

    /** The first row that answers, a value for each column; empty when there is none. @throws PersistenceException as JPA does */
    public Optional<Object[]> row(String sql, Object parameter) {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, parameter);
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
