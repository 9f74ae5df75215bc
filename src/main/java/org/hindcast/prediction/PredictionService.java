package org.hindcast.prediction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.OffsetDateTime;
import java.util.List;
import org.hindcast.mlmodel.ModelVersion;
import org.hindcast.persistence.Times;

/** Predictions and their outcomes. They come by the thousand, so nothing here is an entity. */
@ApplicationScoped
@Transactional
public class PredictionService {

    private static final String PAGE = """
            select id, predicted_at, left(input_data, 200), result, key, outcome, outcome_at
            from predictions
            where model_version_id = ?
            order by predicted_at desc, id desc
            offset ? limit ?
            """;
    private static final String BUCKETS = """
            select date_bin(cast(? as interval), predicted_at, timestamptz '2000-01-03 00:00Z') as bucket,
                   count(*), avg(result), avg(outcome)
            from predictions
            where model_version_id = ? and predicted_at >= ? and predicted_at <= ?
            group by bucket
            order by bucket
            """;
    private static final String SCORES = """
            select count(*), count(outcome), avg(result - outcome), avg(abs(result - outcome)),
                   sqrt(avg((result - outcome) ^ 2)),
                   case when count(*) filter (where outcome = 0) = 0 then 100 * avg(abs((result - outcome) / nullif(outcome, 0))) end
            from predictions
            where model_version_id = ?
            """;
    private static final String ADD = """
            insert into predictions (model_version_id, predicted_at, input_data, result, key, outcome, outcome_at, produced_by)
            values (?, ?, ?, ?, ?, cast(? as double precision), cast(? as timestamptz), ?)
            """;

    @PersistenceContext
    private EntityManager em;

    /** Some predictions of a version, the latest first; of a long input only its beginning. */
    public List<Prediction> latest(ModelVersion version, int first, int size) {
        return rows(em.createNativeQuery(PAGE)
                        .setParameter(1, version.getId())
                        .setParameter(2, first)
                        .setParameter(3, size))
                .stream()
                .map(PredictionService::prediction)
                .toList();
    }

    /** Means over stretches of time, in order of time. @param width of a stretch, such as {@code 7 days} */
    public List<Bucket> buckets(ModelVersion version, OffsetDateTime from, OffsetDateTime to, String width) {
        return rows(em.createNativeQuery(BUCKETS)
                        .setParameter(1, width)
                        .setParameter(2, version.getId())
                        .setParameter(3, from)
                        .setParameter(4, to))
                .stream()
                .map(row ->
                        new Bucket(Times.of(row[0]), ((Number) row[1]).longValue(), (Double) row[2], (Double) row[3]))
                .toList();
    }

    /** How good a version was, over all that is known. */
    public Scores scores(ModelVersion version) {
        Object[] row = rows(em.createNativeQuery(SCORES).setParameter(1, version.getId()))
                .get(0);
        return new Scores(
                ((Number) row[0]).longValue(),
                ((Number) row[1]).longValue(),
                (Double) row[2],
                (Double) row[3],
                (Double) row[4],
                (Double) row[5]);
    }

    /** Stores predictions of a version. @param by number of the user who produced them, or null */
    public void add(ModelVersion version, List<Prediction> predictions, Integer by) {
        for (Prediction prediction : predictions) {
            em.createNativeQuery(ADD)
                    .setParameter(1, version.getId())
                    .setParameter(2, prediction.predictedAt())
                    .setParameter(3, prediction.input())
                    .setParameter(4, prediction.result())
                    .setParameter(5, prediction.key())
                    .setParameter(6, prediction.outcome())
                    .setParameter(7, prediction.outcomeAt())
                    .setParameter(8, by)
                    .executeUpdate();
        }
    }

    @SuppressWarnings("unchecked")
    private static List<Object[]> rows(Query query) {
        return query.getResultList();
    }

    private static Prediction prediction(Object[] row) {
        return new Prediction(
                ((Number) row[0]).longValue(),
                Times.of(row[1]),
                (String) row[2],
                (Double) row[3],
                (String) row[4],
                (Double) row[5],
                Times.of(row[6]));
    }
}
