package org.hindcast.user;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Collections;
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

    private SortedSet<String> all;

    /** All, in the order of their names: looked for once, because rooms neither come nor go. */
    public synchronized SortedSet<String> all() {
        if (all == null) {
            SortedSet<String> found = new TreeSet<>(OTHERS);
            for (CrudService<?> room : rooms) {
                room.actions().forEach(action -> found.add(room.room() + "." + action));
            }
            all = Collections.unmodifiableSortedSet(found);
        }
        return all;
    }
}
