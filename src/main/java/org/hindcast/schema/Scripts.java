package org.hindcast.schema;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.database.postgresql.PostgreSQLConfigurationExtension;

/** Our scripts, to be applied to a database. Whoever comes while another node is at it waits for as long as it takes. */
final class Scripts {

    private Scripts() {}

    static Flyway over(DataSource source) {
        return ours().dataSource(source).load();
    }

    static Flyway over(String url, String user, String password) {
        return ours().dataSource(url, user, password).load();
    }

    /** Applies what is new, and lets the application's role use it where that is another. How many scripts were new. */
    static int apply(Flyway flyway, String role) {
        int applied = flyway.migrate().migrationsExecuted;
        try (Connection owner = flyway.getConfiguration().getDataSource().getConnection();
                PreparedStatement grant = owner.prepareStatement("select hindcast_grant(?)")) {
            grant.setString(1, role);
            grant.execute();
        } catch (SQLException e) {
            throw new FlywayException("The tables were not granted to " + role + ". " + e.getMessage(), e);
        }
        return applied;
    }

    private static FluentConfiguration ours() {
        FluentConfiguration configuration = Flyway.configure(Scripts.class.getClassLoader())
                .locations("classpath:db/migration")
                .lockRetryCount(-1);
        // A lock of the session: one of the transaction would wait for itself where a script runs outside of any.
        configuration
                .getConfigurationExtension(PostgreSQLConfigurationExtension.class)
                .setTransactionalLock(false);
        return configuration;
    }
}
