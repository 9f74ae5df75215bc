package org.hindcast.prediction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hindcast.mlmodel.ModelVersion;
import org.hindcast.persistence.Actor;
import org.hindcast.persistence.Broken;

/**
 * The way in for predictions and outcomes: thousands by one statement, all or nothing, each key once. The statement writes keys,
 * predictions, their producer and the changed days together.
 */
@ApplicationScoped
@Transactional
public class PredictionIngest {

    /** Needs a relation {@code incoming}, with the columns named here and a number {@code line}; parameters: version, user, token. */
    static final String STORE = """
            about as (select join_series(cast(? as integer)) as version, cast(? as integer) as producer, cast(? as integer) as token),
            once as (select distinct on (key) * from incoming where key is not null order by key, line),
            fresh as (
              insert into prediction_keys (model_version_id, key, predicted_at)
              select version, key, predicted_at from once, about order by key
              on conflict do nothing
              returning key),
            stored as (
              insert into predictions
                (model_version_id, predicted_at, input_data, result, key, outcome, outcome_at, produced_by,
                 produced_by_token)
              select version, predicted_at, input_data, result, key, outcome, outcome_at, producer, token
              from (select * from once where key in (select key from fresh)
                    union all
                    select * from incoming where key is null) new, about
              returning predicted_at),
            changed as (
              insert into prediction_changes (model_version_id, day)
              select distinct version, date_trunc('day', predicted_at, 'UTC') from stored, about),
            produced as (
              insert into prediction_producers (model_version_id, user_id)
              select version, producer from about where producer is not null
              on conflict do nothing)
            select count(*) from stored
            """;

    private static final String ARRAYS = """
            with incoming as materialized (
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

    /** Stores predictions of a version; those whose key is there already stay as they are. @param by who, or null */
    public Stored store(ModelVersion version, List<Prediction> predictions, Actor by) {
        if (predictions.isEmpty()) {
            return new Stored(0, 0, List.of());
        }
        Object stored = single(
                ARRAYS + STORE,
                array(predictions, Prediction::predictedAt),
                array(predictions, Prediction::input),
                array(predictions, Prediction::result),
                array(predictions, Prediction::key),
                array(predictions, Prediction::outcome),
                array(predictions, Prediction::outcomeAt),
                version.getId(),
                by == null ? null : by.id(),
                by == null ? null : by.token());
        long count = ((Number) stored).longValue();
        return new Stored(count, predictions.size() - count, List.of());
    }

    /** The same, within the transaction in which the version is looked up. */
    Stored store(Supplier<ModelVersion> version, List<Prediction> predictions, Actor by) {
        return store(version.get(), predictions, by);
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

    private static List<Integer> places(Object numbers) {
        return numbers == null
                ? List.of()
                : Arrays.stream(numbers.toString().split(","))
                        .map(Integer::valueOf)
                        .toList();
    }

    private Object single(String sql, Object... parameters) {
        var query = em.createNativeQuery(sql);
        IntStream.range(0, parameters.length).forEach(i -> query.setParameter(i + 1, parameters[i]));
        try {
            return query.getSingleResult();
        } catch (PersistenceException e) {
            throw Broken.rule(e);
        }
    }

    /** As PostgreSQL writes an array: the same for every provider and every type. */
    private static <T> String array(List<T> rows, Function<T, Object> column) {
        return rows.stream().map(column).map(PredictionIngest::element).collect(Collectors.joining(",", "{", "}"));
    }

    private static String element(Object value) {
        return value == null
                ? "null"
                : '"' + value.toString().replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
