package org.hindcast.web.component;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExportTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final List<Export.Head> COLUMNS = List.of(
            new Export.Head("name", "Name"),
            new Export.Head("count", "Count"),
            new Export.Head("active", "Active"),
            new Export.Head("at", "At"));

    @TempDir
    private Path folder;

    @Test
    void a_csv_file_is_what_spreadsheets_and_programs_read() throws IOException {
        String csv = csv(
                row("Zoë, \"Z\"", -12.5, true, OffsetDateTime.parse("2026-07-01T10:00:00.5Z")),
                row("", null, null, null));
        assertEquals(
                "\uFEFFName,Count,Active,At\r\n"
                        + "\"Zoë, \"\"Z\"\"\",-12.5,true,2026-07-01T12:00:00.5+02:00\r\n"
                        + ",,,\r\n",
                csv);
    }

    @ParameterizedTest
    @DisplayName("ASVS 1.2.10: text that a spreadsheet would calculate is defused")
    @ValueSource(
            strings = {"=1+1", "+49 30", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "=cmd|' /C calc'!A0", "--1"})
    void a_formula_gets_an_apostrophe(String text) throws IOException {
        assertTrue(csv(row(text, null, null, null)).contains("'" + text.replace("\"", "\"\"")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-12", "+3.5", "-0,5", "a=b", "1-2", "O'Brien"})
    void what_is_no_formula_stays_as_it_is(String text) throws IOException {
        assertTrue(csv(row(text, null, null, null)).contains("\n" + text + ",")
                || csv(row(text, null, null, null)).contains("\n\"" + text + "\","));
    }

    @Test
    void cells_of_a_workbook_have_their_kind_and_no_formula() throws IOException {
        Document sheet = sheets(row("=1+1", 7, true, OffsetDateTime.parse("2026-01-01T12:00Z")), 100)
                .get("xl/worksheets/sheet1.xml");
        assertEquals("Name", sheet.expectFirst("c[r=A1]").text());
        assertEquals("inlineStr", sheet.expectFirst("c[r=A2]").attr("t"));
        assertEquals("=1+1", sheet.expectFirst("c[r=A2]").text());
        assertEquals("7", sheet.expectFirst("c[r=B2] > v").text());
        assertEquals("b", sheet.expectFirst("c[r=C2]").attr("t"));
        assertEquals(
                46023.541666,
                Double.parseDouble(sheet.expectFirst("c[r=D2] > v").text()),
                1e-5);
        assertTrue(sheet.select("f").isEmpty());
    }

    @Test
    void text_that_xml_can_not_hold_or_a_cell_not_bear_breaks_no_workbook() throws IOException {
        Document sheet = sheets(row("a\u0000b\u001f<&>" + "x".repeat(40_000), Double.NaN, null, null), 100)
                .get("xl/worksheets/sheet1.xml");
        assertTrue(sheet.expectFirst("c[r=A2]").text().startsWith("ab<&>x"));
        assertEquals("NaN", sheet.expectFirst("c[r=B2]").text());
    }

    @Test
    void a_full_sheet_is_followed_by_another_one() throws IOException {
        Map<String, Document> sheets = sheets(row("x", 1, null, null), 3);
        assertEquals(
                3,
                sheets.keySet().stream().filter(name -> name.contains("/sheet")).count());
        assertEquals(3, sheets.get("xl/worksheets/sheet1.xml").select("row").size());
        assertEquals(
                "Name",
                sheets.get("xl/worksheets/sheet3.xml").expectFirst("c[r=A1]").text());
        assertEquals(2, sheets.get("xl/worksheets/sheet3.xml").select("row").size());
        assertTrue(sheets.get("xl/workbook.xml").outerHtml().contains("People 2"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "xlsx"})
    void a_million_rows_pass_through_little_memory(String format) throws IOException {
        Map<String, Object> row =
                row("somebody with a name of ordinary length", 7, true, OffsetDateTime.parse("2026-01-01T12:00Z"));
        long before = used();
        long[] most = {0};
        Export export = new Export(
                "People",
                COLUMNS,
                BERLIN,
                each -> IntStream.range(0, 1_100_000).forEach(i -> {
                    each.accept(row);
                    if (i % 250_000 == 249_999) {
                        most[0] = Math.max(most[0], used() - before);
                    }
                }));
        assertEquals(1_100_000, export.write(Export.Format.of(format).orElseThrow(), OutputStream.nullOutputStream()));
        assertTrue(most[0] < 64L << 20, () -> most[0] + " bytes were held");
    }

    @Test
    void the_file_is_named_after_the_room_and_the_day() {
        assertEquals("users-2026-11-21.csv", Export.Format.CSV.fileName("users", LocalDate.of(2026, 11, 21)));
        assertTrue(Export.Format.of("pdf").isEmpty());
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static Map<String, Object> row(Object name, Object count, Object active, Object at) {
        Map<String, Object> row = new HashMap<>();
        row.put("name", name);
        row.put("count", count);
        row.put("active", active);
        row.put("at", at);
        return row;
    }

    @SafeVarargs
    private static String csv(Map<String, Object>... rows) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Export("People", COLUMNS, BERLIN, each -> List.of(rows).forEach(each)).write(Export.Format.CSV, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    /** Five times the same row, with at most so many rows on a sheet. */
    private Map<String, Document> sheets(Map<String, Object> row, int mostRows) throws IOException {
        Path file = folder.resolve("people.xlsx");
        Export export = new Export(
                "People", COLUMNS, BERLIN, each -> IntStream.range(0, 5).forEach(i -> each.accept(row)));
        try (OutputStream out = Files.newOutputStream(file)) {
            new XlsxFile(export, mostRows).write(out);
        }
        Map<String, Document> parts = new HashMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                String xml = new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
                parts.put(entry.getName(), Jsoup.parse(xml, "", Parser.xmlParser()));
            }
        }
        return parts;
    }
}
