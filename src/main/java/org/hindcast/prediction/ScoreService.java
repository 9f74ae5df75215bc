package org.hindcast.prediction;

import static org.hindcast.persistence.NativeSql.query;
import static org.hindcast.persistence.NativeSql.rows;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hindcast.mlmodel.ModelVersion;
import org.hindcast.persistence.Times;

/** How good versions are, over all time and along it: answered from sums, and exact. */
@ApplicationScoped
@Transactional
public class ScoreService {

    private static final long HOUR = 3_600;
    private static final long DAY = 86_400;

    private static final String BIN = "date_bin(cast(? as interval), %s, timestamptz '2000-01-03 00:00Z')";

    private static final String COLUMNS =
            "count, result_sum, known, outcome_sum, error_sum, absolute_sum, square_sum, percent_sum, zeros";

    /** Sums of versions of which nothing changed since they were made. */
    private static final String TOTALS =
            "select model_version_id, cast(null as timestamptz) as bucket, " + COLUMNS + """
             from prediction_totals
            where model_version_id in (select version from asked) and model_version_id not in (select version from stirred)
            """;

    /** Sums of the days that did not change since they were made. */
    private static final String STRETCHES = "select s.model_version_id, s.bucket, " + COLUMNS + """
             from %s s
            where s.bucket >= ? and s.bucket < ?
              and not exists (select from prediction_changes c
                              where c.model_version_id = s.model_version_id and c.day = date_trunc('day', s.bucket, 'UTC'))
            """;

    /** Those of the days that did, from their predictions. */
    private static final String CHANGED =
            "select a.version, c.* from %s a cross join lateral changed_sums(a.version, ?, ?, ?) c";

    private static final String ASKED = "with asked as (select unnest(cast(? as integer[])) as version)";
    private static final String SUMS =
            "sum(count), sum(known), sum(error_sum), sum(absolute_sum), sum(square_sum), sum(percent_sum), sum(zeros)";
    private static final String SCORES = ASKED + """
            , stirred as (
              select version from asked where exists (select from prediction_changes c where c.model_version_id = version)),
            parts as (
            """ + TOTALS
            + " union all "
            + STRETCHES.formatted("predictions_daily")
            + " and s.model_version_id in (select version from stirred) union all "
            + CHANGED.formatted("stirred")
            + ") select model_version_id, " + SUMS + " from parts group by model_version_id";
    private static final String SERIES = ASKED + ", parts as (" + STRETCHES
            + " and s.model_version_id in (select version from asked) union all "
            + CHANGED.formatted("asked")
            + ") select " + Times.exact(BIN.formatted("bucket")) + " as stretch, sum(result_sum) / sum(count), "
            + "sum(outcome_sum) / nullif(sum(known), 0), " + SUMS + " from parts group by stretch order by stretch";

    /** Short stretches are cut from the predictions themselves. */
    private static final String FINE_SERIES = "select " + Times.exact(BIN.formatted("predicted_at")) + """
             as stretch, avg(result), avg(outcome),
                   count(*), count(outcome), sum(result - outcome), sum(abs(result - outcome)),
                   sum((result - outcome) * (result - outcome)),
                   sum(case when abs(outcome) >= 1e-100 then abs((result - outcome) / outcome) end),
                   count(*) filter (where abs(outcome) < 1e-100)
            from predictions
            where model_version_id = ? and predicted_at >= ? and predicted_at < ?
            group by stretch order by stretch
            """;

    @PersistenceContext
    private EntityManager em;

    /** What was predicted between two moments, in stretches of that width: the first and the last one are whole. */
    public Series series(ModelVersion version, OffsetDateTime from, OffsetDateTime to, Duration width) {
        OffsetDateTime start = Width.start(from, width);
        OffsetDateTime end = Width.start(to, width).plus(width);
        String step = width.toSeconds() + " seconds";
        long seconds = width.toSeconds();
        String versions = "{" + version.getId() + "}";
        Query query = seconds % HOUR != 0
                ? query(em, FINE_SERIES, step, version.getId(), start, end)
                : query(em, SERIES.formatted(sums(seconds)), versions, start, end, width(seconds), start, end, step);
        List<Bucket> buckets = rows(query).stream()
                .map(row -> new Bucket(Times.of(row[0]), (Double) row[1], (Double) row[2], Scores.of(row, 3)))
                .toList();
        return new Series(start, end, width, buckets);
    }

    /** How good a version was, over all that is known. */
    public Scores scores(ModelVersion version) {
        return scores(List.of(version)).getOrDefault(version.getId(), Scores.NONE);
    }

    /** How good versions were, by their numbers; versions without predictions are not in it. One statement. */
    public Map<Integer, Scores> scores(Collection<ModelVersion> versions) {
        String numbers = versions.stream().map(v -> v.getId().toString()).collect(Collectors.joining(",", "{", "}"));
        Map<Integer, Scores> scores = new HashMap<>();
        for (Object[] row : rows(query(
                em,
                SCORES,
                numbers,
                PredictionService.EVER,
                PredictionService.NEVER,
                width(DAY),
                PredictionService.EVER,
                PredictionService.NEVER))) {
            scores.put(((Number) row[0]).intValue(), Scores.of(row, 1));
        }
        return scores;
    }

    /** How many predictions there are of these versions. */
    public long count(Collection<ModelVersion> versions) {
        return versions.isEmpty()
                ? 0
                : scores(versions).values().stream().mapToLong(Scores::count).sum();
    }

    /** Sums of days where the stretches are days, else of hours. */
    private static String sums(long seconds) {
        return seconds % DAY == 0 ? "predictions_daily" : "predictions_hourly";
    }

    private static String width(long seconds) {
        return seconds % DAY == 0 ? "day" : "hour";
    }
}
