package org.hindcast.prediction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.hindcast.prediction.Upload.Format;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How rows of a table are read. */
class CsvRowsTest {

    @Test
    void a_byte_order_mark_and_other_names_of_columns_do_no_harm() {
        assertEquals(
                1,
                all("\uFEFFpredicted_at,input_data,result\r\n2026-01-31T12:00:00Z,\"a,b\",1e3\r\n")
                        .size());
    }

    @Test
    void a_byte_order_mark_may_stand_before_a_quoted_name() {
        String table = "\uFEFF\"predictedAt\",\"input\",\"result\"\n\"2026-01-31T12:00:00Z\",\"a\",1\n";
        assertEquals(1, all(table).size());
    }

    @Test
    void a_quote_that_nothing_closes_swallows_no_rows() {
        String table = "predictedAt,result,input\n2026-01-31T12:00:00Z,1,a\n2026-01-31T12:00:00Z,1,\"b\n"
                + "2026-01-31T12:00:00Z,1,c\n";
        BadRow bad = assertThrows(BadRow.class, () -> all(table));
        assertEquals("/1", bad.pointer());
        assertEquals(3, bad.line());
    }

    @ParameterizedTest // S2-36
    @ValueSource(strings = {"NaN", "Infinity", "1e400", "1d", "1F", "1d ", "0x1p3", "0X1P3", "1,5", "1_0", "one"})
    void a_table_holds_numbers_as_tables_do(String number) {
        String table = "predictedAt,input,result\n2026-01-31T12:00:00Z,a,\"" + number + "\"\n";
        assertEquals("/0/result", assertThrows(BadRow.class, () -> all(table)).pointer());
    }

    private static List<Prediction> all(String text) {
        List<Prediction> all = new ArrayList<>();
        Upload.predictions(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), Format.CSV)
                .forEachRemaining(all::add);
        return all;
    }
}
