package org.hindcast.prediction;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
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
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.hindcast.mlmodel.ModelVersion;
import org.hindcast.persistence.Actor;
import org.hindcast.persistence.Broken;
import org.hindcast.persistence.Changed;
import org.postgresql.PGConnection;

/** Brings batches of rows into the database by COPY, in one transaction. */
@ApplicationScoped
@Transactional
class PredictionCopy {

    static final int COLUMNS = 9;
    static final int OUTCOME_COLUMNS = 7;

    private static final String INTO = "copy %s from stdin (format binary)";
    private static final String PLAIN =
            "predictions (model_version_id, predicted_at, input_data, result, key, outcome, outcome_at, produced_by, "
                    + "produced_by_token)";
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
              outcome double precision, outcome_at timestamptz, producer integer, token integer) on commit delete rows
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
    private static final String OUTCOMES = """
            select o.stored, o.missing
            from (select array_agg(key order by line) as keys, array_agg(given_at order by line) as given,
                         array_agg(id order by line) as ids, array_agg(outcome order by line) as outcomes,
                         array_agg(outcome_at order by line) as outcome_times
                  from incoming_outcomes) i
            cross join store_outcomes(?, i.keys, i.given, i.ids, i.outcomes, i.outcome_times) o
            """;
    private static final String SOURCE =
            "select source, key, line from incoming_outcomes order by line offset ? limit 1";
    private static final String JOIN = "; select join_series(%d)";

    /**
     * Who comes while a long upload of the same keys runs, or a series is replaced, waits for that as long as the pool lets a
     * connection be silent; others are told sooner to come again.
     */
    private static final String PATIENCE =
            "select set_config('lock_timeout', '25s', true), set_config('statement_timeout', '28s', true)";

    private static final String CLEAR = "select clear_predictions(?, 100000)";

    /** Whose predictions went keeps no claim to the series. */
    private static final String DISOWN =
            "with gone as (delete from prediction_producers where model_version_id = ? returning user_id) "
                    + "select count(*) from gone";

    @Resource(name = "jdbc/hindcast")
    private DataSource source;

    @Inject
    private Event<Changed> events;

    Stored store(Incoming incoming) {
        return with(connection -> store(connection, incoming));
    }

    /** The same, instead of all that the version has. */
    Replaced replace(Incoming incoming, Actor actor) {
        Integer version = incoming.version().getId();
        Replaced replaced = with(connection -> {
            run(connection, PATIENCE);
            clear(connection, "select begin_replacing(?)", version);
            clear(connection, DISOWN, version);
            long removed = 0;
            long gone = clear(connection, CLEAR, version);
            while (gone > 0) {
                removed += gone;
                gone = clear(connection, CLEAR, version);
            }
            return new Replaced(store(connection, incoming), removed);
        });
        String what = replaced.removed() + " → " + replaced.stored().stored();
        events.fire(Changed.act("replace", actor, "versions", version, what));
        return replaced;
    }

    private static Stored store(Connection connection, Incoming incoming) throws SQLException, IOException {
        return incoming.isKeyed() ? keyed(connection, incoming) : plain(connection, incoming);
    }

    /** Rows without keys: none can be there already, so they go where they stay. */
    private static Stored plain(Connection connection, Incoming incoming) throws SQLException, IOException {
        long stored = 0;
        run(connection, PATIENCE + JOIN.formatted(incoming.version().getId()));
        for (InputStream batch : incoming.batches()) {
            stored += copy(connection, PLAIN, batch);
        }
        try (PreparedStatement say = connection.prepareStatement(SAY)) {
            say.setInt(1, incoming.version().getId());
            say.setObject(2, incoming.by(), java.sql.Types.INTEGER);
            say.setString(3, incoming.days().stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}")));
            say.executeUpdate();
        }
        return new Stored(stored, 0, List.of());
    }

    /** Rows of which some have keys: first into a table of this connection, then those that are new to where they stay. */
    private static Stored keyed(Connection connection, Incoming incoming) throws SQLException, IOException {
        long stored = 0;
        run(connection, PATIENCE + JOIN.formatted(incoming.version().getId()) + ";" + STAGE);
        for (InputStream batch : incoming.batches()) {
            copy(connection, "incoming_predictions", batch);
            try (PreparedStatement store = connection.prepareStatement(STORE)) {
                store.setInt(1, incoming.version().getId());
                store.setObject(2, incoming.by(), java.sql.Types.INTEGER);
                store.setObject(3, incoming.token(), java.sql.Types.INTEGER);
                stored += one(store).getLong(1);
            }
            run(connection, "truncate incoming_predictions");
        }
        return new Stored(stored, incoming.batches().rows() - stored, List.of());
    }

    private static long clear(Connection connection, String sql, Integer version) throws SQLException {
        try (PreparedStatement clear = connection.prepareStatement(sql)) {
            clear.setInt(1, version);
            ResultSet row = one(clear);
            return row.getObject(1) instanceof Number gone ? gone.longValue() : 0;
        }
    }

    Stored outcomes(Batches batches, ModelVersion version) {
        return with(connection -> {
            long stored = 0;
            run(connection, PATIENCE + JOIN.formatted(version.getId()) + ";" + OUTCOME_STAGE);
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
            String missing = row.getString(2);
            if (missing != null) {
                throw absent(connection, Long.parseLong(missing.split(",", 2)[0]));
            }
            return row.getLong(1);
        }
    }

    private static BadRow absent(Connection connection, long place) throws SQLException {
        try (PreparedStatement source = connection.prepareStatement(SOURCE)) {
            source.setLong(1, place - 1);
            ResultSet row = one(source);
            String field = row.getString(2) == null ? "id" : "key";
            return BadRow.value(row.getLong(1), "/" + (row.getLong(3) - 1) + "/" + field, "prediction.row.absent");
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

    private <R> R with(Work<R> work) {
        try (Connection connection = source.getConnection()) {
            return work.on(connection);
        } catch (SQLException e) {
            throw Broken.rule(new PersistenceException(e));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is done with a connection. */
    private interface Work<R> {
        R on(Connection connection) throws SQLException, IOException;
    }
}
