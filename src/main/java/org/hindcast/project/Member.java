package org.hindcast.project;

import java.time.OffsetDateTime;
import java.util.List;

/**
 * Somebody who works on a project.
 *
 * @param id number of the person
 * @param role what they do in it, one of {@link #ROLES}
 * @param since when they joined
 */
public record Member(Integer id, String username, String fullName, String role, OffsetDateTime since) {

    /** Owners and editors change what stands in the project, readers read. */
    public static final List<String> ROLES = List.of("owner", "editor", "reader");

    @Override
    public String toString() {
        return username;
    }
}
