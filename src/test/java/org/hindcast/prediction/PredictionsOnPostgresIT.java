package org.hindcast.prediction;

import javax.sql.DataSource;
import org.hindcast.support.EmptyDatabase;

/** The rules on plain PostgreSQL. */
class PredictionsOnPostgresIT extends PredictionRules {

    private EmptyDatabase database;

    @Override
    DataSource database() throws Exception {
        database = new EmptyDatabase();
        return database.source();
    }

    @Override
    DataSource application() {
        return database.application();
    }

    @Override
    void forget() throws Exception {
        database.close();
    }
}
