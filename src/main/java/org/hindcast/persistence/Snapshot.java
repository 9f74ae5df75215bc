package org.hindcast.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.EntityManager;
import jakarta.persistence.metamodel.SingularAttribute;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** A record's fields as text at one moment, for the audit and for conflicts. Secrets show only that they differ. */
final class Snapshot {

    private static final Set<String> HOUSEKEEPING = Set.of("id", "version", "createdAt");

    private final Map<String, String> values = new LinkedHashMap<>();
    private final Map<String, Integer> secrets = new LinkedHashMap<>();

    private Snapshot() {}

    static Snapshot of(EntityManager em, BaseEntity record, Map<String, String> more) {
        Snapshot snapshot = new Snapshot();
        em.getMetamodel().entity(type(em, record)).getSingularAttributes().stream()
                .map(SingularAttribute::getName)
                .filter(name -> !HOUSEKEEPING.contains(name) && !isDerived(field(record.getClass(), name)))
                .sorted()
                .forEach(name -> snapshot.add(name, record));
        snapshot.values.putAll(more);
        return snapshot;
    }

    /** What stands otherwise in the other snapshot; all that is not empty when there is no other. */
    static List<Changed.Field> differences(Snapshot before, Snapshot after) {
        Snapshot old = before == null ? new Snapshot() : before;
        Snapshot now = after == null ? new Snapshot() : after;
        Map<String, String> names = new LinkedHashMap<>(old.values);
        names.putAll(now.values);
        List<Changed.Field> fields = new ArrayList<>();
        for (String name : names.keySet()) {
            boolean secretChanged = !Objects.equals(old.secrets.get(name), now.secrets.get(name));
            if (secretChanged || !Objects.equals(old.values.get(name), now.values.get(name))) {
                fields.add(new Changed.Field(name, old.values.get(name), now.values.get(name)));
            }
        }
        return fields;
    }

    private void add(String name, BaseEntity record) {
        Field field = field(record.getClass(), name);
        if (field.isAnnotationPresent(Secret.class)) {
            secrets.put(name, Objects.hashCode(read(field, record)));
            values.put(name, "•••");
        } else {
            values.put(name, Objects.toString(value(field, record), null));
        }
    }

    /** By the getter where there is one, since a provider may fill a lazy field only there. */
    private static Object value(Field field, BaseEntity record) {
        String suffix = field.getName().substring(0, 1).toUpperCase(Locale.ROOT)
                + field.getName().substring(1);
        try {
            String prefix = field.getType() == boolean.class ? "is" : "get";
            return record.getClass().getMethod(prefix + suffix).invoke(record);
        } catch (NoSuchMethodException e) {
            return read(field, record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The getter of " + field + " failed.", e);
        }
    }

    /** Whether the database makes it from other fields. */
    private static boolean isDerived(Field field) {
        Column column = field.getAnnotation(Column.class);
        return column != null && !column.insertable() && !column.updatable();
    }

    private static Object read(Field field, BaseEntity record) {
        try {
            field.setAccessible(true);
            return field.get(record);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("Fields of entities are readable after setAccessible.", e);
        }
    }

    private static Field field(Class<?> type, String name) {
        for (Class<?> c = type; c != null; c = c.getSuperclass()) {
            Optional<Field> own = Arrays.stream(c.getDeclaredFields())
                    .filter(field -> field.getName().equals(name))
                    .findFirst();
            if (own.isPresent()) {
                return own.get();
            }
        }
        throw new IllegalStateException(type + " has no field " + name);
    }

    private static Class<?> type(EntityManager em, BaseEntity record) {
        Class<?> type = record.getClass();
        while (!type.isAnnotationPresent(jakarta.persistence.Entity.class)) {
            type = type.getSuperclass();
        }
        return type;
    }
}
