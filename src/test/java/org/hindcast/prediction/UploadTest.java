package org.hindcast.prediction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.hindcast.prediction.Upload.Format;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How rows are read. */
class UploadTest {

    private static final String ROW = "{\"predictedAt\":\"2026-01-31T12:00:00Z\",\"input\":\"a\",\"result\":1}";

    @Test
    void a_byte_order_mark_does_no_harm() {
        assertEquals(1, all("\uFEFF" + ROW, Format.JSON).size());
    }

    @Test
    void a_nested_input_is_kept_as_it_was_written() {
        String input = "{ \"a\" : [1.50, -2e+3, true,null , \"\\\"\\u00e4\\n\"],\n \"b\":{} }";
        assertEquals(input, one(ROW.replace("\"a\"", input)).input());
        assertEquals("12.50", one(ROW.replace("\"a\"", "12.50")).input());
        assertEquals("null", one(ROW.replace("\"a\"", "null")).input());
    }

    @Test
    void escapes_are_what_they_stand_for() {
        assertEquals(
                "\"\\/\b\f\n\r\tä😀",
                one(ROW.replace("\"a\"", "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e4\\uD83D\\ude00\""))
                        .input());
    }

    @Test
    void times_have_a_zone_and_microseconds() {
        assertEquals("2026-01-31T12:00:00Z", time("2026-01-31T12:00:00Z"));
        assertEquals("2026-01-31T11:00:00Z", time("2026-01-31T12:00+01:00"));
        assertEquals("2026-01-31T12:00:00.123456Z", time("2026-01-31T12:00:00.123456789Z"));
        assertEquals("1999-09-29T19:59:09Z", time("1999-09-29T19:59:09Z"));
        for (String wrong : List.of(
                "2026-01-31T12:00:00",
                "2026-02-30T12:00:00Z",
                "2026-01-31T24:00:01Z",
                "2026-01-3aT12:00:00Z",
                "2026-01-3/T12:00:00Z",
                "2026x01-31T12:00:00Z",
                "2026-01x31T12:00:00Z",
                "2026-01-31 12:00:00Z",
                "2026-01-31T12x00:00Z",
                "2026-01-31T12:00x00Z",
                "2026-01-31T12:00:00x",
                "yesterday",
                "")) {
            BadRow bad = assertThrows(BadRow.class, () -> time(wrong), wrong);
            assertEquals("/predictedAt", bad.pointer());
            assertFalse(bad.isSyntax());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[",
                "{",
                "[" + ROW,
                "[" + ROW + ROW + "]",
                "[1]",
                "x",
                "[{\"input\"}]",
                "[,]",
                ROW + ROW,
                "[{\"result\":01}]",
                "[{\"result\":+1}]",
                "[{\"result\":.5}]",
                "[{\"input\":tru}]",
                "[{\"input\":\"\\x\"}]",
                "[{\"input\":\"\\u12g4\"}]",
                "[{\"input\":\"\t\"}]",
                "[{\"input\":\"\\ud800\"}]",
                "[{\"input\":[1,]}]",
                "[{\"input\":{\"a\":1,}}]",
                "[{\"input\":{1:1}}]",
                ""
            })
    void what_is_no_json_is_refused(String text) {
        BadRow refused = assertThrows(BadRow.class, () -> all(text, Format.JSON));
        assertEquals("prediction.row.json", refused.key()); // not for what the row lacks besides
    }

    @ParameterizedTest
    @ValueSource(strings = {"predictedAt", "input", "result"})
    void what_a_row_cannot_do_without_is_named(String field) {
        String row = ROW.replaceFirst("\"" + field + "\":[^,}]+,?", "").replace(",}", "}");
        BadRow refused = assertThrows(BadRow.class, () -> one(row), row);
        assertEquals("prediction.row.missing", refused.key());
        assertEquals("/" + field, refused.pointer());
        String known = ROW.replace("}", ",\"outcomeAt\":\"2026-01-31T12:00Z\"}");
        assertEquals("/outcome", assertThrows(BadRow.class, () -> one(known)).pointer());
    }

    @Test
    void depth_and_length_are_bounded_before_anything_is_built() {
        String deep = "[".repeat(100_000);
        BadRow refused = assertThrows(BadRow.class, () -> all(ROW.replace("\"a\"", deep), Format.JSON));
        assertEquals("prediction.row.deep", refused.key());
        InputStream endless = new InputStream() {
            private int at;

            @Override
            public int read() {
                return at < 10 ? "{\"input\":\"".charAt(at++) : 'x';
            }
        };
        assertEquals(
                "prediction.row.long",
                assertThrows(
                                BadRow.class,
                                () -> Upload.predictions(endless, Format.NDJSON).next())
                        .key());
    }

    @Test
    void after_a_bad_line_the_next_one_is_read() {
        String lines = ROW + "\n{\"result\":\n" + ROW + "\n" + ROW.replace("1}", "\"x\"}") + "\n" + ROW + "\n";
        assertEquals(List.of("1", "/1", "3", "/3/result", "5"), told(Upload.predictions(stream(lines), Format.NDJSON)));
        assertEquals(
                List.of("1", "/1", "/2", "4", "/4"),
                told(Upload.predictions(
                        stream(ROW + "\nno JSON\n\"\n" + ROW + "\nand none at the end"), Format.NDJSON)));
        assertEquals(
                List.of("/0", "2", "/2", "4"),
                told(Upload.predictions(
                        stream("{\"input\":\"a\n" + ROW + "\n{\"input\":\"\\\n" + ROW), Format.NDJSON)));
        String table =
                "result,input,predicted_at\n1,a,2026-01-31T12:00:00Z\nx,a,2026-01-31T12:00:00Z\n1,a\n2,,2026-01-31T12:00:00Z\n";
        assertEquals(List.of("2", "/1/result", "/2", "5"), told(Upload.predictions(stream(table), Format.CSV)));
    }

    @Test // a preview told of it ten thousand times
    void what_is_no_text_ends_an_upload_and_is_told_once() {
        byte[] latin = ((ROW + "\n").repeat(300) + ROW.replace("\"a\"", "\"ä\"") + "\n" + ROW)
                .getBytes(StandardCharsets.ISO_8859_1);
        Upload<Prediction> upload = Upload.predictions(new ByteArrayInputStream(latin), Format.NDJSON);
        List<String> told = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            told.addAll(refusal(upload));
        }
        assertEquals(List.of("prediction.row.utf8"), told);
    }

    @ParameterizedTest // SEC-22: a body of unknown length is refused while it is read
    @ValueSource(strings = {"CSV", "NDJSON", "JSON"})
    void what_the_stream_refuses_stays_what_it_is(Format format) {
        String rows = format == Format.CSV ? "predictedAt,input,result\n" : format == Format.JSON ? "[" : "";
        InputStream refusing = new InputStream() {
            @Override
            public int read() {
                throw new IllegalStateException("too large");
            }
        };
        InputStream body = new SequenceInputStream(stream(rows), refusing);
        assertThrows(
                IllegalStateException.class,
                () -> Upload.predictions(body, format).next());
    }

    @Test
    void a_key_is_as_long_as_people_see_it() {
        String row = ROW.replace("}", ",\"key\":\"" + "\uD83D\uDE00".repeat(200) + "\"}");
        assertEquals(400, one(row).key().length());
        assertThrows(BadRow.class, () -> one(row.replace("\"}", "x\"}")));
    }

    @Test
    void outcomes_name_their_prediction() {
        Upload<Outcome> outcomes =
                Upload.outcomes(stream("{\"key\":\"a\",\"outcome\":0}\n{\"outcome\":0}\n"), Format.NDJSON);
        assertEquals("a", outcomes.next().key());
        assertTrue(outcomes.hasNext());
        assertEquals("/1/key", assertThrows(BadRow.class, outcomes::next).pointer());
        Upload<Outcome> none = Upload.outcomes(stream("{\"key\":\"a\"}\n"), Format.NDJSON);
        assertEquals("/0/outcome", assertThrows(BadRow.class, none::next).pointer());
    }

    @Test
    void a_key_that_no_table_can_hold_is_told_at_its_row() {
        Upload<Outcome> outcomes = Upload.outcomes(stream("{\"key\":\"a\\u0000\",\"outcome\":0}\n"), Format.NDJSON);
        assertEquals("/0/key", assertThrows(BadRow.class, outcomes::next).pointer());
    }

    private static List<String> told(Upload<Prediction> upload) {
        List<String> told = new ArrayList<>();
        while (upload.hasNext()) {
            try {
                upload.next();
                told.add(String.valueOf(upload.line()));
            } catch (BadRow bad) {
                told.add(bad.pointer());
            }
        }
        return told;
    }

    private static String time(String text) {
        return one(ROW.replace("2026-01-31T12:00:00Z", text))
                .predictedAt()
                .toInstant()
                .toString();
    }

    private static Prediction one(String text) {
        return all(text, Format.JSON).get(0);
    }

    private static List<Prediction> all(String text, Format format) {
        List<Prediction> all = new ArrayList<>();
        Upload.predictions(stream(text), format).forEachRemaining(all::add);
        return all;
    }

    private static List<String> refusal(Upload<Prediction> upload) {
        try {
            return upload.hasNext() && upload.next() == null ? null : List.of();
        } catch (BadRow bad) {
            return List.of(bad.key());
        }
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
