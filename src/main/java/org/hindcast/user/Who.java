package org.hindcast.user;

import java.util.Set;
import org.hindcast.persistence.Actor;

/**
 * A person as they are at this request: enough to greet them, to let them in or to keep them out.
 *
 * @param epoch of their sessions: one begun in another epoch is over
 * @param token with which their program came, or null
 */
public record Who(
        Integer id,
        String username,
        String email,
        String fullName,
        String language,
        String timeZone,
        boolean active,
        int epoch,
        Set<String> roles,
        Set<String> permissions,
        Integer token)
        implements Actor {

    /** From a row in which that column is the first of {@link WhoService#WHO}. */
    static Who of(Object[] row, int first) {
        return new Who(
                ((Number) row[first]).intValue(),
                (String) row[first + 1],
                (String) row[first + 2],
                (String) row[first + 3],
                (String) row[first + 4],
                (String) row[first + 5],
                (Boolean) row[first + 6],
                ((Number) row[first + 7]).intValue(),
                all(row[first + 8]),
                all(row[first + 9]),
                null);
    }

    /** Apart at what stands in no name: a comma may, and "A, Admin" is not two roles. */
    private static Set<String> all(Object names) {
        return Set.of(names.toString().split("\u001f"));
    }

    /** The same person with that token: with these permissions only, whatever their roles. */
    Who with(Integer token, Set<String> fewer) {
        return new Who(id, username, email, fullName, language, timeZone, active, epoch, Set.of(), fewer, token);
    }

    @Override
    public String name() {
        return username;
    }

    @Override
    public boolean can(String permission) {
        return roles.contains(Role.ADMIN) || permissions.contains(permission);
    }
}
