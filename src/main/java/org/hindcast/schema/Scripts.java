package org.hindcast.schema;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
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
