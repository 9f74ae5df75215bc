package org.hindcast.prediction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hindcast.mlmodel.ModelVersion;
import org.hindcast.persistence.Actor;
import org.hindcast.prediction.Upload.Format;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What must hold of long uploads, which come in by COPY, on each kind of database. */
abstract class CopyRules extends StoringRules {

    private static final int TOKEN = 7;
    private static final int MANY = 25_000;

    private Writer own;

    @BeforeAll
    void open() throws Exception {
        own = new Writer(source);
    }

    @Test // O0-10, S2-38
    void a_long_series_comes_in_by_copy_and_its_scores_are_right() throws Exception {
        ModelVersion version = version();
        assertEquals(new Stored(MANY, 0, List.of()), store(version, CopyRules::row));
        exact(version);
        refresh();
        exact(version);
        assertEquals(MANY, toldByProgram(version));
    }

    @Test // O0-10
    void a_series_with_keys_is_stored_once_however_often_it_is_sent() throws Exception {
        ModelVersion version = version();
        IntFunction<String> keyed = i -> row(i).replace("}", ",\"key\":\"k" + i + "\"}");
        assertEquals(MANY, store(version, keyed).stored());
        assertEquals(new Stored(0, MANY, List.of()), store(version, keyed));
        assertEquals(MANY, toldByProgram(version));
        exact(version);
    }

    @Test // O0-10
    void a_wrong_line_at_the_end_leaves_nothing_behind() throws Exception {
        ModelVersion version = version();
        BadRow bad = assertThrows(BadRow.class, () -> store(version, i -> i < MANY - 1 ? row(i) : "{\"result\":1}"));
        assertEquals(MANY, bad.line());
        assertEquals(Scores.NONE, scores.scores(version));
    }

    @Test // O0-10
    void a_series_is_replaced_as_a_whole_or_not_at_all() throws Exception {
        ModelVersion version = version();
        ModelVersion neighbour = version();
        store(version, i -> row(i + 500_000).replace("}", ",\"key\":\"old" + i + "\"}"));
        store(neighbour, CopyRules::row);
        refresh();
        pack();
        String producers = "select count(*) from prediction_producers where model_version_id = " + version.getId();
        assertEquals("1", sql.ask(producers));
        assertThrows(BadRow.class, () -> replace(version, i -> i < MANY - 1 ? row(i) : "{\"result\":1}"));
        assertEquals(MANY, scores.scores(version).count());
        Replaced replaced = replace(version, i -> row(i).replace("}", ",\"key\":\"old" + i % 9_000 + "\"}"));
        assertEquals(new Replaced(new Stored(9_000, MANY - 9_000, List.of()), MANY), replaced);
        assertEquals(9_000, scores.scores(version).count());
        assertEquals(
                List.of(START, START.plusMinutes(89_990)),
                predictions.span(version).orElseThrow());
        assertEquals(new Replaced(new Stored(MANY, 0, List.of()), 9_000), replace(version, CopyRules::row));
        exact(version);
        refresh();
        exact(version);
        exact(neighbour);
        assertEquals(2, own.told.stream().filter(act -> act.contains("replace")).count(), own.told.toString());
        assertEquals("0", sql.ask("select count(*) from prediction_keys where model_version_id = " + version.getId()));
        assertEquals("0", sql.ask(producers), "whose predictions went may be deleted");
    }

    @Test // O0-10
    void a_very_long_series_goes_in_parts() throws Exception {
        ModelVersion version = version();
        store(version, i -> row(i).replace("}", ",\"key\":\"k" + i + "\"}"));
        sql.ask("select begin_replacing(" + version.getId() + ")");
        List<String> gone = new ArrayList<>();
        do {
            gone.add(sql.ask("select clear_predictions(" + version.getId() + ", 10000)"));
        } while (!gone.get(gone.size() - 1).equals("0"));
        assertEquals(List.of("10001", "10001", "4998", "0"), gone);
        assertEquals(Scores.NONE, scores.scores(version));
        assertEquals("0", sql.ask("select count(*) from prediction_keys where model_version_id = " + version.getId()));
    }

    @Test
    void outcomes_by_copy_are_all_or_nothing_too() throws Exception {
        ModelVersion version = version();
        store(version, i -> row(i).replace("}", ",\"key\":\"k" + i + "\"}"));
        refresh();
        pack();
        assertEquals(MANY, tell(version, i -> "k" + i, 2).stored());
        assertEquals(MANY, scores.scores(version).known());
        BadRow bad = assertThrows(BadRow.class, () -> tell(version, i -> i == 17_000 ? "nobody" : "k" + i, 3));
        assertEquals("/17000/key", bad.pointer());
        assertEquals(bias(2), scores.scores(version).bias(), 1e-9);
    }

    /** Where predictions can be compressed, all that are there are. */
    void pack() throws Exception {}

    private void exact(ModelVersion version) {
        Scores found = scores.scores(version);
        assertEquals(MANY, found.count());
        assertEquals(bias(1), found.bias(), 1e-9);
    }

    private int toldByProgram(ModelVersion version) throws Exception {
        return Integer.parseInt(
                sql.ask("select count(*) from predictions where produced_by = 1 and produced_by_token = " + TOKEN
                        + " and model_version_id = " + version.getId()));
    }

    private static double bias(double outcome) {
        return IntStream.range(0, MANY)
                .mapToDouble(i -> i % 7 - outcome)
                .average()
                .orElseThrow();
    }

    private static String row(int i) {
        return "{\"predictedAt\":\"" + START.plusMinutes(i * 10L) + "\",\"input\":\"\",\"result\":" + i % 7
                + ",\"outcome\":1}";
    }

    private Stored store(ModelVersion version, IntFunction<String> row) throws Exception {
        return own.whole(() -> own.uploads.store(
                version, Upload.predictions(lines(row), Format.NDJSON), actor(TOKEN), rows -> {}, Supplier::get));
    }

    private Replaced replace(ModelVersion version, IntFunction<String> row) throws Exception {
        return own.whole(
                () -> own.uploads.replace(version, Upload.predictions(lines(row), Format.NDJSON), Actor.SYSTEM));
    }

    private Stored tell(ModelVersion version, IntFunction<String> key, double outcome) throws Exception {
        return own.whole(() -> own.uploads.outcomes(
                version,
                Upload.outcomes(
                        lines(i -> "{\"key\":\"" + key.apply(i) + "\",\"outcome\":" + outcome + "}"), Format.NDJSON)));
    }

    private static ByteArrayInputStream lines(IntFunction<String> row) {
        return new ByteArrayInputStream(IntStream.range(0, MANY)
                .mapToObj(row)
                .collect(Collectors.joining("\n"))
                .getBytes(StandardCharsets.UTF_8));
    }
}
