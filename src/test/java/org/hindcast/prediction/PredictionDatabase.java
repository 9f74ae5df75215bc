package org.hindcast.prediction;

import java.lang.reflect.Field;
import java.sql.Connection;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.hindcast.mlmodel.ModelVersion;
import org.hindcast.persistence.Actor;
import org.hindcast.persistence.BaseEntity;
import org.hindcast.user.Who;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** A database with the tables of the product, and this room's services before it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class PredictionDatabase {

    static final OffsetDateTime START = OffsetDateTime.parse("2024-02-26T00:00Z");

    private Connection owning;
    private Connection using;

    /** Connections as the application makes them: the tables are another's. */
    DataSource source;

    /** What the owner of the tables says. */
    Sql sql;

    PredictionIngest ingest;
    PredictionService predictions;
    ScoreService scores;

    /** An empty database of that kind, as its owner. */
    abstract DataSource database() throws Exception;

    /** The same, as a role that may do nothing there yet. */
    abstract DataSource application() throws Exception;

    abstract void forget() throws Exception;

    @BeforeAll
    void prepare() throws Exception {
        DataSource database = database();
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration")
                .load()
                .migrate();
        owning = database.getConnection();
        sql = new Sql(owning);
        source = application();
        using = source.getConnection();
        sql.say("select hindcast_grant(?)", using.getMetaData().getUserName());
        Sql application = new Sql(using);
        ingest = application.into(new PredictionIngest());
        predictions = application.into(new PredictionService());
        scores = application.into(new ScoreService());
        sql.say(
                "insert into users (username, email, first_name, last_name, password_hash) values ('u', 'u@example.org', 'U', 'U', '')");
        sql.say("insert into models (name, owner_id) select 'model', id from users");
    }

    @AfterAll
    void end() throws Exception {
        using.close();
        owning.close();
        forget();
    }

    void refresh() throws Exception {
        sql.say("call refresh_predictions()");
    }

    /** The one person there is, or their program. */
    static Actor actor(Integer token) {
        return new Who(1, "u", "u@example.org", "U U", "", "UTC", true, 0, Set.of(), Set.of(), token);
    }

    static Prediction at(int hours, double result, String key) {
        return new Prediction(START.plusHours(hours), "{}", result, key);
    }

    static List<Prediction> random(int count) {
        Random random = new Random(count);
        List<Prediction> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Prediction one = new Prediction(
                    START.plusMinutes(random.nextInt(60 * 24 * 40)), "", random.nextGaussian() * 10, "r" + i);
            all.add(random.nextInt(4) == 0 ? one : one.with(one.result() + random.nextGaussian(), START));
        }
        return all;
    }

    ModelVersion version() throws Exception {
        String id = sql.ask("insert into model_versions (model_id, number, accuracy, created_by) "
                + "select 1, coalesce(max(number), 0) + 1, 0, 1 from model_versions returning id");
        ModelVersion version = new ModelVersion();
        Field field = BaseEntity.class.getDeclaredField("id");
        field.setAccessible(true);
        field.set(version, Integer.valueOf(id));
        return version;
    }
}
