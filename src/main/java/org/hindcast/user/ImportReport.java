package org.hindcast.user;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What an import would do, or why it would not.
 *
 * @param people that the file names, the wrong lines not among them
 * @param wrong lines in which something is wrong
 * @param errors the first of them
 * @param ignored headings of columns that mean nothing here
 */
public record ImportReport(int people, int wrong, List<ImportError> errors, List<String> ignored) {

    /** So many errors are shown. */
    public static final int SHOWN = 100;

    static ImportReport of(PeopleFile file, List<ImportError> errors) {
        List<ImportError> sorted = errors.stream()
                .sorted(Comparator.comparingInt(ImportError::line))
                .toList();
        Set<Integer> wrong = sorted.stream().map(ImportError::line).collect(Collectors.toSet());
        int good = (int)
                file.rows().stream().filter(row -> !wrong.contains(row.line())).count();
        return new ImportReport(good, wrong.size(), sorted.subList(0, Math.min(SHOWN, sorted.size())), file.ignored());
    }

    /** Whether every line may be imported. */
    public boolean isGood() {
        return wrong == 0;
    }
}
