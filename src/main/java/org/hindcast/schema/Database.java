package org.hindcast.schema;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/** The database as it is now: which one, and what the application's connections to it do. */
@ApplicationScoped
public class Database {

    /** Most connections of one server for what people ask, as server-config sets them. */
    public static final int MOST_CONNECTIONS = 10;

    /** Most connections of one server for migrations and the upkeep of sums, which have a pool of their own. */
    public static final int MOST_FOR_UPKEEP = 2;

    private static final String OURS = "hindcast%";

    private static final String FACTS = """
            select current_setting('server_version'),
                   coalesce((select extversion from pg_extension where extname = 'timescaledb'), ''),
                   count(*) filter (where state = 'active'),
                   count(*) filter (where state = 'idle'),
                   count(*) filter (where state like 'idle in transaction%'),
                   count(*) filter (where wait_event_type = 'Lock'),
                   coalesce(max(extract(epoch from clock_timestamp() - backend_start)), 0)
            from pg_stat_activity
            where datname = current_database() and usename = current_user and application_name like ?
            """;

    @Resource(name = "jdbc/hindcast")
    private DataSource pool;

    /**
     * @param product name of the database
     * @param version of the product
     * @param timescale version of TimescaleDB, empty where it is not there
     * @param busy connections at work; this question is one of them
     * @param inTransaction connections that hold a transaction open and do nothing
     * @param waiting connections that wait for a lock which another one holds
     * @param oldest age of the oldest connection, in seconds
     */
    public record Facts(
            String product,
            String version,
            String timescale,
            int busy,
            int idle,
            int inTransaction,
            int waiting,
            int oldest) {

        public int connections() {
            return busy + idle + inTransaction;
        }
    }

    public Facts facts() {
        try (Connection connection = pool.getConnection();
                PreparedStatement statement = connection.prepareStatement(FACTS)) {
            statement.setString(1, OURS);
            return facts(connection.getMetaData().getDatabaseProductName(), statement.executeQuery());
        } catch (SQLException e) {
            throw new IllegalStateException("The database did not tell how it is.", e);
        }
    }

    private static Facts facts(String product, ResultSet row) throws SQLException {
        row.next();
        String version = row.getString(1).replaceFirst(" .*", "");
        return new Facts(
                product,
                version,
                row.getString(2),
                row.getInt(3),
                row.getInt(4),
                row.getInt(5),
                row.getInt(6),
                row.getInt(7));
    }
}
