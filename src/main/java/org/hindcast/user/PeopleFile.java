package org.hindcast.user;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.hindcast.Refusal;
import org.hindcast.persistence.Characters;

/**
 * A CSV file of people as somebody sent it: UTF-8, with or without the mark in front, separated by comma, semicolon or tab.
 * The first line names the columns, in any order, by their names here or as they are called on pages.
 */
public final class PeopleFile {

    /** Bytes that a file has at most. */
    public static final int LARGEST = 10 << 20;

    /** What a file may tell of a person, the required ones first. */
    public static final List<String> COLUMNS =
            List.of("username", "email", "first_name", "last_name", "roles", "active");

    private static final int REQUIRED = 4;
    private static final int LONGEST_HEADING = 60;
    private static final Set<String> YES = Set.of("", "true", "yes", "ja", "1");
    private static final Set<String> NO = Set.of("false", "no", "nein", "0");

    private final List<Row> rows = new ArrayList<>();
    private final List<ImportError> errors = new ArrayList<>();
    private final List<String> ignored = new ArrayList<>();
    private final Map<String, Integer> places = new HashMap<>();

    private PeopleFile() {}

    /** One person. @param roles as they were written */
    record Row(int line, User user, List<String> roles) {}

    /**
     * Reads a file.
     *
     * @param headings what columns are called on pages, to their names here
     * @throws Refusal when it is no such file at all
     */
    static PeopleFile read(byte[] bytes, Map<String, String> headings) {
        PeopleFile file = new PeopleFile();
        String text = text(bytes);
        try (CsvReader<CsvRecord> csv = CsvReader.builder()
                .fieldSeparator(separator(text))
                .skipEmptyLines(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .ofCsvRecord(text)) {
            file.read(csv.iterator(), headings);
        } catch (CsvParseException e) {
            throw new Refusal("import.file.quotes", file.rows.size() + file.errors.size() + 1);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        if (file.rows.isEmpty() && file.errors.isEmpty()) {
            throw new Refusal("import.file.none");
        }
        return file;
    }

    List<Row> rows() {
        return rows;
    }

    /** What can be told without asking anybody. */
    List<ImportError> errors() {
        return errors;
    }

    /** Headings of columns that mean nothing here. */
    List<String> ignored() {
        return ignored;
    }

    private static String text(byte[] bytes) {
        if (bytes.length == 0) {
            throw new Refusal("import.file.empty");
        }
        if (bytes.length > LARGEST) {
            throw new Refusal("import.file.large");
        }
        if (bytes.length > 3 && bytes[0] == 'P' && bytes[1] == 'K' && bytes[2] < 9) {
            throw new Refusal("import.file.workbook");
        }
        try {
            String text = Characters.decoded(bytes);
            if (text.indexOf('\0') >= 0) {
                throw new Refusal("import.file.binary");
            }
            return text;
        } catch (CharacterCodingException e) {
            throw new Refusal("import.file.encoding");
        }
    }

    /** Whichever stands most often in the first line. */
    private static char separator(String text) {
        String first = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        char best = ',';
        for (char candidate : new char[] {';', '\t'}) {
            best = count(first, candidate) > count(first, best) ? candidate : best;
        }
        return best;
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(c -> c == wanted).count();
    }

    private void read(Iterator<CsvRecord> lines, Map<String, String> headings) {
        if (!lines.hasNext()) {
            throw new Refusal("import.file.empty");
        }
        CsvRecord first = lines.next();
        name(first.getFields(), headings);
        while (lines.hasNext()) {
            add(lines.next(), first.getFieldCount());
        }
    }

    private void name(List<String> fields, Map<String, String> headings) {
        Map<String, String> known = new HashMap<>();
        headings.forEach((heading, column) -> known.put(plain(heading), column));
        COLUMNS.forEach(column -> known.put(plain(column), column));
        for (int i = 0; i < fields.size(); i++) {
            String column = known.get(plain(fields.get(i)));
            if (column == null) {
                ignored.add(cut(fields.get(i)));
            } else if (places.put(column, i) != null) {
                throw new Refusal("import.file.twice", column);
            }
        }
        List<String> missing = COLUMNS.subList(0, REQUIRED).stream()
                .filter(c -> !places.containsKey(c))
                .toList();
        if (!missing.isEmpty()) {
            throw new Refusal("import.file.columns", String.join(", ", missing));
        }
    }

    private void add(CsvRecord record, int fields) {
        int line = (int) record.getStartingLineNumber();
        if (record.getFieldCount() != fields) {
            errors.add(new ImportError(line, "", "", "import.wrong.fields", List.of(fields, record.getFieldCount())));
            return;
        }
        User user = new User();
        user.setUsername(get(record, "username"));
        user.setEmail(get(record, "email"));
        user.setFirstName(get(record, "first_name"));
        user.setLastName(get(record, "last_name"));
        List.of("first_name", "last_name").forEach(column -> refuseControl(line, column, get(record, column)));
        String active = get(record, "active").toLowerCase(Locale.ROOT);
        user.setActive(!NO.contains(active));
        if (!YES.contains(active) && !NO.contains(active)) {
            errors.add(new ImportError(line, "active", cut(active), "import.wrong.active", List.of()));
        }
        List<String> roles = Arrays.stream(get(record, "roles").split("[,;|]"))
                .map(String::strip)
                .filter(r -> !r.isEmpty())
                .toList();
        rows.add(new Row(line, user, roles.isEmpty() ? List.of(Role.MEMBER) : roles));
    }

    /** No form takes what steers terminals either; the other fields have rules of their own that refuse it. */
    private void refuseControl(int line, String column, String text) {
        if (text.chars().anyMatch(Character::isISOControl)) {
            errors.add(new ImportError(line, column, cut(text), "import.wrong.Pattern", List.of()));
        }
    }

    /** The text as it was before an export put an apostrophe in front of what looks like a formula. */
    private String get(CsvRecord record, String column) {
        Integer place = places.get(column);
        String text = place == null ? "" : record.getField(place).strip();
        return text.matches("(?s)'[=+\\-@].*") ? text.substring(1) : text;
    }

    static String cut(String text) {
        return text.length() > LONGEST_HEADING ? text.substring(0, LONGEST_HEADING) + "…" : text;
    }

    private static String plain(String heading) {
        return heading.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
