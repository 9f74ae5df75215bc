package org.hindcast.user;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.hindcast.persistence.CrudService;

/**
 * Every permission that a role may carry. Each room of records brings its own by being there ({@code users.read}, ...);
 * a few more belong to no record.
 */
@ApplicationScoped
public class Permissions {

    private static final List<String> OTHERS = List.of("users.import", "schema.read");

    @Inject
    @Any
    private Instance<CrudService<?>> rooms;

    /** All, in the order of their names. */
    public SortedSet<String> all() {
        SortedSet<String> all = new TreeSet<>(OTHERS);
        for (CrudService<?> room : rooms) {
            room.actions().forEach(action -> all.add(room.room() + "." + action));
        }
        return all;
    }
}
