package org.hindcast.prediction;

import static org.hindcast.persistence.NativeSql.query;
import static org.hindcast.persistence.NativeSql.rows;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hindcast.Refusal;
import org.hindcast.mlmodel.ModelVersion;
import org.hindcast.mlmodel.RegisteredModel;
import org.hindcast.persistence.Actor;
import org.hindcast.persistence.Changed;
import org.hindcast.persistence.Deleting;
import org.hindcast.persistence.Times;
import org.hindcast.user.User;

/** Predictions and their outcomes, as they are read, one by one and in pages. They come by the million, so nothing here is an entity. */
@ApplicationScoped
@Transactional
public class PredictionService {

    /** No prediction is earlier. */
    public static final OffsetDateTime EVER = OffsetDateTime.parse("0001-01-01T00:00Z");

    /** All predictions are earlier, those of the last day of the year 9999 too. */
    public static final OffsetDateTime NEVER = OffsetDateTime.parse("+10000-01-01T00:00Z");

    private static final String ROW = "id, " + Times.exact("predicted_at") + " as moment, %s, result, key, outcome, "
            + Times.exact("outcome_at") + " as outcome_moment";

    private static final int PRODUCER = 7;

    private static final String PAGE = "select " + ROW.formatted("left(input_data, 200)") + """
             from predictions
            where model_version_id = ? and predicted_at >= ? and predicted_at < ?
            order by predicted_at desc, id desc
            offset ? limit ?
            """;
    private static final String PRODUCED = """
            select p.*, u.username, u.full_name, t.name as token
            from (select %s, produced_by, produced_by_token %s) p
            left join users u on u.id = p.produced_by
            left join tokens t on t.id = p.produced_by_token
            order by p.moment, p.id
            """;
    private static final String ONE = PRODUCED.formatted(
            ROW.formatted("input_data"), "from predictions where model_version_id = ? and predicted_at = ? and id = ?");
    private static final String LATEST_OF = "select v.version, p.* from unnest(cast(? as integer[])) as v (version) "
            + "cross join lateral (select " + ROW.formatted("left(input_data, 200)") + """
             from predictions where model_version_id = v.version
            order by predicted_at desc, id desc limit ?) p
            """;
    private static final String NEXT = """
             from predictions
            where model_version_id = ? and (predicted_at, id) > (?, ?) and predicted_at < ?
            order by predicted_at, id
            limit ?
            """;
    private static final String AFTER = PRODUCED.formatted(ROW.formatted("input_data"), NEXT);
    private static final String SHORT_AFTER =
            PRODUCED.formatted(ROW.formatted("left(input_data, 1000) as input_data"), NEXT);
    private static final String SPAN =
            "select " + Times.exact("first") + ", " + Times.exact("last") + " from prediction_span(?)";

    private static final String REMOVE =
            "select remove_prediction(cast(? as integer), cast(? as timestamptz), cast(? as bigint))";

    @PersistenceContext
    private EntityManager em;

    @Inject
    private ScoreService scores;

    @Inject
    private Event<Changed> events;

    /** Some predictions of a version, the latest first; of a long input only its beginning. */
    public List<Prediction> latest(ModelVersion version, int first, int size) {
        return between(version, EVER, NEVER, first, size);
    }

    /** The same, of one stretch of time. */
    public List<Prediction> between(ModelVersion version, OffsetDateTime from, OffsetDateTime to, int first, int size) {
        return rows(query(em, PAGE, version.getId(), from, to, first, size)).stream()
                .map(PredictionService::prediction)
                .toList();
    }

    /** The latest predictions of each of these versions, by the version's number; one statement. */
    public Map<Integer, List<Prediction>> latestOf(Collection<ModelVersion> versions, int each) {
        String numbers = versions.stream().map(v -> v.getId().toString()).collect(Collectors.joining(",", "{", "}"));
        Map<Integer, List<Prediction>> latest = new HashMap<>();
        for (Object[] row : rows(query(em, LATEST_OF, numbers, each))) {
            Object[] prediction = Arrays.copyOfRange(row, 1, row.length);
            latest.computeIfAbsent(((Number) row[0]).intValue(), v -> new ArrayList<>())
                    .add(prediction(prediction));
        }
        return latest;
    }

    /** The predictions of one stretch of time that stand after that one in order of time, with their whole input. */
    public List<Prediction> after(ModelVersion version, Prediction last, OffsetDateTime to, int size) {
        return rows(query(em, AFTER, version.getId(), last.predictedAt(), last.id(), to, size)).stream()
                .map(PredictionService::prediction)
                .toList();
    }

    /** The same, of a long input only its beginning. */
    public List<Prediction> page(ModelVersion version, Prediction last, OffsetDateTime to, int size) {
        return rows(query(em, SHORT_AFTER, version.getId(), last.predictedAt(), last.id(), to, size)).stream()
                .map(PredictionService::prediction)
                .toList();
    }

    /** One prediction, with its whole input. @throws Refusal.Missing when there is none */
    public Prediction find(ModelVersion version, OffsetDateTime at, long id) {
        return rows(query(em, ONE, version.getId(), at, id)).stream()
                .findFirst()
                .map(PredictionService::prediction)
                .orElseThrow(Refusal::missing);
    }

    /** Takes one away that never should have come, with its outcome and its key. @throws Refusal.Missing when there is none */
    public void remove(ModelVersion version, Prediction prediction, Actor actor) {
        Object gone = query(em, REMOVE, version.getId(), prediction.predictedAt(), prediction.id())
                .getSingleResult();
        if (((Number) gone).intValue() == 0) {
            throw Refusal.missing();
        }
        List<Changed.Field> fields = Stream.of(
                        new Changed.Field(
                                "predictedAt", prediction.predictedAt().toString(), null),
                        new Changed.Field("result", String.valueOf(prediction.result()), null),
                        new Changed.Field("key", prediction.key(), null))
                .filter(field -> field.before() != null)
                .toList();
        String number = version.getId().toString();
        events.fire(new Changed("remove", actor, "versions", number, version.toString(), fields));
    }

    /** The times of the first and of the last prediction; empty when there is none. */
    public Optional<List<OffsetDateTime>> span(ModelVersion version) {
        Object[] row = rows(query(em, SPAN, version.getId())).get(0);
        return row[0] == null ? Optional.empty() : Optional.of(List.of(Times.of(row[0]), Times.of(row[1])));
    }

    void keep(@Observes Deleting deleting) {
        if (deleting.record() instanceof ModelVersion version) {
            deleting.keeps("predictions", scores.count(List.of(version)));
        } else if (deleting.record() instanceof RegisteredModel model) {
            deleting.keeps(
                    "predictions",
                    scores.count(
                            em.createQuery("select v from ModelVersion v where v.model = :model", ModelVersion.class)
                                    .setParameter("model", model)
                                    .getResultList()));
        } else if (deleting.record() instanceof User user) {
            deleting.keeps(
                    "producedVersions",
                    ((Number) query(em, "select count(*) from prediction_producers where user_id = ?", user.getId())
                                    .getSingleResult())
                            .longValue());
        }
    }

    void forget(@Observes Changed act) {
        if (act.action().equals("delete") && act.room().equals("versions")) {
            query(em, "select cast(forget_version(?) as text)", Integer.valueOf(act.object()))
                    .getSingleResult();
        }
    }

    private static Prediction prediction(Object[] row) {
        return new Prediction(
                ((Number) row[0]).longValue(),
                Times.of(row[1]),
                (String) row[2],
                (Double) row[3],
                (String) row[4],
                (Double) row[5],
                Times.of(row[6]),
                row.length > PRODUCER ? producer(row) : null);
    }

    private static Producer producer(Object[] row) {
        return row[PRODUCER] == null
                ? null
                : new Producer(
                        ((Number) row[PRODUCER]).intValue(), (String) row[9], (String) row[10], (String) row[11]);
    }
}
