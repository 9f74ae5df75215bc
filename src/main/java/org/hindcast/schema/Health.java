package org.hindcast.schema;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Whether the schema is in place and the pool lends connections that work. */
@ApplicationScoped
public class Health {

    private static final Logger LOG = System.getLogger(Health.class.getName());

    @Resource(name = "jdbc/hindcast")
    private DataSource pool;

    @Inject
    Schema schema;

    public boolean isWell() {
        return schema.isReady() && answers();
    }

    private boolean answers() {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            return statement.execute("select 1");
        } catch (SQLException e) {
            LOG.log(Level.WARNING, "The database does not answer: {0}", e.getMessage());
            return false;
        }
    }
}
