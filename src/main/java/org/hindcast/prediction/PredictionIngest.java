package org.hindcast.prediction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hindcast.mlmodel.ModelVersion;
import org.hindcast.mlmodel.VersionService;
import org.hindcast.persistence.Actor;
import org.hindcast.persistence.Broken;
import org.hindcast.persistence.Glance;
import org.hindcast.persistence.NativeSql;

/**
 * The way in for predictions and outcomes: thousands by one statement, all or nothing, each key once. The statement writes keys,
 * predictions, their producer and the changed days together.
 */
@ApplicationScoped
@Transactional
public class PredictionIngest {

    private static final String VERSION = """
            about as (select join_series(cast(? as integer)) as version, cast(? as integer) as producer, cast(? as integer) as token),
            """;

    /** The version of an address, none where the user may not write to it; parameters: user, token, {@link VersionService#EDITABLE}. */
    private static final String ADDRESS =
            "about as (select join_series(v.id) as version, cast(? as integer) as producer, "
                    + "cast(? as integer) as token from (" + VersionService.EDITABLE + ") v), ";

    private static final String KEYED = """
            once as (select distinct on (key) * from incoming where key is not null order by key, line),
            fresh as (
              insert into prediction_keys (model_version_id, key, predicted_at)
              select version, key, predicted_at from once, about order by key
              on conflict do nothing
              returning key),
            new as (
              select * from once where key in (select key from fresh)
              union all
              select * from incoming where key is null),
            """;

    private static final String PLAIN = "new as (select * from incoming), ";

    private static final String WRITE = """
            stored as (
              insert into predictions
                (model_version_id, predicted_at, input_data, result, key, outcome, outcome_at, produced_by,
                 produced_by_token)
              select version, predicted_at, input_data, result, key, outcome, outcome_at, producer, token from new, about
              returning predicted_at),
            changed as (
              insert into prediction_changes (model_version_id, day)
              select distinct version, date_trunc('day', predicted_at, 'UTC') from stored, about),
            produced as (
              insert into prediction_producers (model_version_id, user_id)
              select version, producer from about where producer is not null
              on conflict do nothing)
            select count(*), (select version from about) from stored
            """;

    /** Needs a relation {@code incoming}, with the columns named here and a number {@code line}; parameters: version, user, token. */
    static final String STORE = VERSION + KEYED + WRITE;

    private static final String ARRAYS = """
            with incoming as (
              select * from unnest(cast(? as timestamptz[]), cast(? as text[]), cast(? as double precision[]), cast(? as text[]),
                                   cast(? as double precision[]), cast(? as timestamptz[]))
                with ordinality as i (predicted_at, input_data, result, key, outcome, outcome_at, line)),
            """;

    private static final String OUTCOMES = """
            select stored, known, missing
            from store_outcomes(cast(? as integer), cast(? as text[]), cast(? as timestamptz[]), cast(? as bigint[]),
                                cast(? as double precision[]), cast(? as timestamptz[]))
            """;

    private static final String ABSENT = """
            select string_agg(cast(line as text), ',' order by line)
            from unnest(cast(? as text[]), cast(? as timestamptz[]), cast(? as bigint[]))
              with ordinality as i (key, given_at, id, line)
            cross join (select cast(? as integer) as version) about
            left join prediction_keys k on k.model_version_id = version and k.key = i.key
            where not exists (
              select 1 from predictions p
              where p.model_version_id = version and p.predicted_at = coalesce(k.predicted_at, i.given_at)
                and (case when i.key is null then p.id = i.id else p.key = i.key end))
            """;

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Glance glance;

    /** Stores predictions of a version; those whose key is there already stay as they are. @param by who, or null */
    public Stored store(ModelVersion version, List<Prediction> predictions, Actor by) {
        if (predictions.isEmpty()) {
            return new Stored(0, 0, List.of());
        }
        Object[] parameters = parameters(predictions, version.getId(), id(by), token(by));
        return stored((Object[]) single(ARRAYS + STORE, parameters), predictions);
    }

    /**
     * The same for the version with this address, by a single statement that is a transaction by itself.
     *
     * @return empty when there is no such version, or none that the actor may write to, or nothing to store
     */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Optional<Stored> store(int model, int number, List<Prediction> predictions, Actor by) {
        if (predictions.isEmpty()) {
            return Optional.empty();
        }
        boolean keyed = predictions.stream().anyMatch(p -> p.key() != null);
        Object[] editable = VersionService.editable(model, number, by);
        Object[] parameters = parameters(predictions, concat(new Object[] {id(by), token(by)}, editable));
        try {
            return glance.row(ARRAYS + ADDRESS + (keyed ? KEYED : PLAIN) + WRITE, parameters)
                    .filter(row -> row[1] != null)
                    .map(row -> stored(row, predictions));
        } catch (PersistenceException e) {
            throw Broken.rule(e);
        }
    }

    /** Writes down what happened. An outcome may be corrected; the last one of a batch counts. */
    public Stored outcomes(ModelVersion version, List<Outcome> outcomes) {
        if (outcomes.isEmpty()) {
            return new Stored(0, 0, List.of());
        }
        Object[] row = (Object[]) single(
                OUTCOMES,
                version.getId(),
                array(outcomes, Outcome::key),
                array(outcomes, Outcome::predictedAt),
                array(outcomes, Outcome::id),
                array(outcomes, Outcome::value),
                array(outcomes, Outcome::at));
        long stored = ((Number) row[0]).longValue();
        return new Stored(stored, ((Number) row[1]).longValue() - stored, places(row[2]));
    }

    /** Which of these outcomes have no prediction here, counted from 1. Stores nothing. */
    List<Integer> absent(ModelVersion version, List<Outcome> outcomes) {
        return places(single(
                ABSENT,
                array(outcomes, Outcome::key),
                array(outcomes, Outcome::predictedAt),
                array(outcomes, Outcome::id),
                version.getId()));
    }

    private static Stored stored(Object[] row, List<Prediction> predictions) {
        long stored = ((Number) row[0]).longValue();
        return new Stored(stored, predictions.size() - stored, List.of());
    }

    private static Integer id(Actor by) {
        return by == null ? null : by.id();
    }

    private static Integer token(Actor by) {
        return by == null ? null : by.token();
    }

    private static Object[] parameters(List<Prediction> predictions, Object... others) {
        Object[] arrays = {
            array(predictions, Prediction::predictedAt),
            array(predictions, Prediction::input),
            array(predictions, Prediction::result),
            array(predictions, Prediction::key),
            array(predictions, Prediction::outcome),
            array(predictions, Prediction::outcomeAt)
        };
        return concat(arrays, others);
    }

    private static Object[] concat(Object[] first, Object[] then) {
        return Stream.concat(Arrays.stream(first), Arrays.stream(then)).toArray();
    }

    private static List<Integer> places(Object numbers) {
        return numbers == null
                ? List.of()
                : Arrays.stream(numbers.toString().split(","))
                        .map(Integer::valueOf)
                        .toList();
    }

    private Object single(String sql, Object... parameters) {
        try {
            return NativeSql.query(em, sql, parameters).getSingleResult();
        } catch (PersistenceException e) {
            throw Broken.rule(e);
        }
    }

    /** As PostgreSQL writes an array: the same for every provider and every type. */
    private static <T> String array(List<T> rows, Function<T, Object> column) {
        StringBuilder array = new StringBuilder("{");
        for (T row : rows) {
            element(array.length() == 1 ? array : array.append(','), column.apply(row));
        }
        return array.append('}').toString();
    }

    private static void element(StringBuilder array, Object value) {
        if (value instanceof String text) {
            quoted(array.append('"'), text);
            array.append('"');
        } else {
            array.append(value);
        }
    }

    private static void quoted(StringBuilder array, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                array.append('\\');
            }
            array.append(c);
        }
    }
}
