package org.hindcast.persistence;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.OffsetDateTime;
import java.util.List;

/** What every question in SQL takes, whichever room asks it. */
public final class NativeSql {

    private NativeSql() {}

    /** The question with its parameters, by their places. */
    public static Query query(EntityManager em, String sql, Object... parameters) {
        Query query = em.createNativeQuery(sql);
        for (int i = 0; i < parameters.length; i++) {
            Object value = parameters[i];
            query.setParameter(i + 1, value instanceof OffsetDateTime time ? Times.toDriver(time) : value);
        }
        return query;
    }

    /** The answer to one that asks for several columns. */
    @SuppressWarnings("unchecked")
    public static List<Object[]> rows(Query query) {
        return query.getResultList();
    }
}
