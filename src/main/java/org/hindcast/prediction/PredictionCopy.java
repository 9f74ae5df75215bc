package org.hindcast.prediction;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.hindcast.mlmodel.ModelVersion;
import org.hindcast.persistence.Broken;
import org.postgresql.PGConnection;

/** Brings batches of rows into the database by COPY, in one transaction. */
@ApplicationScoped
@Transactional
class PredictionCopy {

    static final int COLUMNS = 8;
    static final int OUTCOME_COLUMNS = 7;

    private static final String INTO = "copy %s from stdin (format binary)";
    private static final String PLAIN =
            "predictions (model_version_id, predicted_at, input_data, result, key, outcome, outcome_at, produced_by)";
    private static final String SAY = """
            with about as (select cast(? as integer) as version, cast(? as integer) as producer),
            produced as (
              insert into prediction_producers (model_version_id, user_id)
              select version, producer from about where producer is not null
              on conflict do nothing)
            insert into prediction_changes (model_version_id, day)
            select version, to_timestamp(day) from unnest(cast(? as bigint[])) day, about
            """;
    private static final String STAGE = """
            create temporary table if not exists incoming_predictions (
              version integer, predicted_at timestamptz, input_data text, result double precision, key text,
              outcome double precision, outcome_at timestamptz, producer integer) on commit delete rows
            """;
    private static final String STORE =
            "with incoming as not materialized (select predicted_at, input_data, result, key, outcome, outcome_at, ctid as line "
                    + "from incoming_predictions), "
                    + PredictionIngest.STORE;
    private static final String OUTCOME_STAGE = """
            create temporary table if not exists incoming_outcomes (
              line bigint, source bigint, key text, given_at timestamptz, id bigint, outcome double precision,
              outcome_at timestamptz) on commit delete rows
            """;
    private static final String OUTCOMES = PredictionIngest.OUTCOMES.formatted("incoming_outcomes i");
    private static final String SOURCE = "select source, key from incoming_outcomes where line = ?";

    @Resource(name = "jdbc/hindcast")
    private DataSource source;

    /** Rows without keys: none can be there already, so they go where they stay. */
    Stored plain(Batches batches, ModelVersion version, Integer by, Collection<Long> days) {
        return with(connection -> {
            long stored = 0;
            for (InputStream batch : batches) {
                stored += copy(connection, PLAIN, batch);
            }
            try (PreparedStatement say = connection.prepareStatement(SAY)) {
                say.setInt(1, version.getId());
                say.setObject(2, by, java.sql.Types.INTEGER);
                say.setString(3, days.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}")));
                say.executeUpdate();
            }
            return new Stored(stored, 0, List.of());
        });
    }

    /** Rows of which some have keys: first into a table of this connection, then those that are new to where they stay. */
    Stored keyed(Batches batches, ModelVersion version, Integer by) {
        return with(connection -> {
            long stored = 0;
            run(connection, STAGE);
            for (InputStream batch : batches) {
                copy(connection, "incoming_predictions", batch);
                try (PreparedStatement store = connection.prepareStatement(STORE)) {
                    store.setInt(1, version.getId());
                    store.setObject(2, by, java.sql.Types.INTEGER);
                    stored += one(store).getLong(1);
                }
                run(connection, "truncate incoming_predictions");
            }
            return new Stored(stored, batches.rows() - stored, List.of());
        });
    }

    Stored outcomes(Batches batches, ModelVersion version) {
        return with(connection -> {
            long stored = 0;
            run(connection, OUTCOME_STAGE);
            for (InputStream batch : batches) {
                copy(connection, "incoming_outcomes", batch);
                stored += outcomes(connection, version);
                run(connection, "truncate incoming_outcomes");
            }
            return new Stored(stored, batches.rows() - stored, List.of());
        });
    }

    private static long outcomes(Connection connection, ModelVersion version) throws SQLException {
        try (PreparedStatement store = connection.prepareStatement(OUTCOMES)) {
            store.setInt(1, version.getId());
            ResultSet row = one(store);
            String missing = row.getString(3);
            if (missing != null) {
                throw absent(connection, Long.parseLong(missing.split(",", 2)[0]));
            }
            return row.getLong(1);
        }
    }

    private static BadRow absent(Connection connection, long line) throws SQLException {
        try (PreparedStatement source = connection.prepareStatement(SOURCE)) {
            source.setLong(1, line);
            ResultSet row = one(source);
            String field = row.getString(2) == null ? "id" : "key";
            return BadRow.value(row.getLong(1), "/" + (line - 1) + "/" + field, "prediction.row.absent");
        }
    }

    private static ResultSet one(PreparedStatement statement) throws SQLException {
        ResultSet rows = statement.executeQuery();
        rows.next();
        return rows;
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static long copy(Connection connection, String into, InputStream rows) throws SQLException, IOException {
        return connection.unwrap(PGConnection.class).getCopyAPI().copyIn(INTO.formatted(into), rows);
    }

    private Stored with(Work work) {
        try (Connection connection = source.getConnection()) {
            return work.on(connection);
        } catch (SQLException e) {
            throw Broken.rule(new PersistenceException(e));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is done with a connection. */
    private interface Work {
        Stored on(Connection connection) throws SQLException, IOException;
    }
}
