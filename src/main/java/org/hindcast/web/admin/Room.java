package org.hindcast.web.admin;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.hindcast.persistence.CrudService;

/** What never changes of a room. Each question to its service costs a transaction, so it is asked once. */
final class Room {

    private static final Map<Class<?>, Room> KNOWN = new ConcurrentHashMap<>();

    private final String name;
    private final List<String> actions;
    private final Map<String, Class<?>> types = new ConcurrentHashMap<>();

    private Room(CrudService<?> service) {
        name = service.room();
        actions = List.copyOf(service.actions());
    }

    /** The room of that page. */
    static Room of(CrudPage<?> page) {
        return KNOWN.computeIfAbsent(page.getClass(), type -> new Room(page.service()));
    }

    String name() {
        return name;
    }

    boolean offers(String action) {
        return actions.contains(action);
    }

    Class<?> typeOf(String field, CrudService<?> service) {
        return types.computeIfAbsent(field, service::typeOf);
    }
}
