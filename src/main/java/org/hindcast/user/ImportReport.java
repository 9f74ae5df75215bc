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
 * @param first of the people, as they would be stored
 */
public record ImportReport(
        int people, int wrong, List<ImportError> errors, List<String> ignored, List<Newcomer> first) {

    /** So many errors are shown. */
    public static final int SHOWN = 100;

    private static final int FIRST = 5;

    /** Somebody as they would come in. */
    public record Newcomer(String fullName, String username, String email, String roles, boolean active) {
        static Newcomer of(User user) {
            String roles = user.getRoles().stream().map(Role::getName).collect(Collectors.joining(", "));
            String name = user.getFirstName() + " " + user.getLastName();
            return new Newcomer(name, user.getUsername(), user.getEmail(), roles, user.isActive());
        }
    }

    static ImportReport of(PeopleFile file, List<ImportError> errors) {
        List<ImportError> sorted = errors.stream()
                .sorted(Comparator.comparingInt(ImportError::line))
                .toList();
        Set<Integer> wrong = sorted.stream().map(ImportError::line).collect(Collectors.toSet());
        List<User> good = file.rows().stream()
                .filter(row -> !wrong.contains(row.line()))
                .map(PeopleFile.Row::user)
                .toList();
        List<Newcomer> first = good.stream().limit(FIRST).map(Newcomer::of).toList();
        List<ImportError> shown = sorted.subList(0, Math.min(SHOWN, sorted.size()));
        return new ImportReport(good.size(), wrong.size(), shown, file.ignored(), first);
    }

    /** Whether every line may be imported. */
    public boolean isGood() {
        return wrong == 0;
    }
}
