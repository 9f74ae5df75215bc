package org.hindcast.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.EntityManager;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.metamodel.Attribute;
import jakarta.persistence.metamodel.ManagedType;
import java.lang.reflect.AnnotatedElement;
import java.util.Map;

/** What lists of one entity can show, sort and filter by: its properties, paths of them, and what functions make of its number. */
final class Columns<T extends BaseEntity> {

    private final EntityManager em;
    private final Class<T> type;
    private final Map<String, Computed> computed;

    /** @param computed columns that a function of the database makes from the record's number: column to what makes it */
    Columns(EntityManager em, Class<T> type, Map<String, Computed> computed) {
        this.em = em;
        this.type = type;
        this.computed = computed;
    }

    Class<?> typeOf(String field) {
        if (computed.containsKey(field)) {
            return computed.get(field).type();
        }
        ManagedType<?> owner = em.getMetamodel().entity(type);
        Class<?> found = type;
        for (String step : field.split("\\.")) {
            Attribute<?, ?> attribute = owner.getAttribute(step);
            found = attribute.getJavaType();
            owner = attribute.isAssociation() ? em.getMetamodel().entity(found) : owner;
        }
        return found;
    }

    /** Whether the database keeps it in lower case. */
    boolean isLowerCase(String field) {
        return !computed.containsKey(field)
                && !field.contains(".")
                && member(field).isAnnotationPresent(LowerCase.class);
    }

    private AnnotatedElement member(String field) {
        return (AnnotatedElement)
                em.getMetamodel().entity(type).getAttribute(field).getJavaMember();
    }

    /** Whether rows may have no value there: what lies behind an association or comes from a function may be missing. */
    boolean isOptional(String field) {
        if (computed.containsKey(field) || field.contains(".")) {
            return true;
        }
        Column column = member(field).getAnnotation(Column.class);
        return column == null || column.nullable();
    }

    Expression<?> of(String field, Paths<T> paths) {
        Computed made = computed.get(field);
        return made == null
                ? paths.get(field)
                : em.getCriteriaBuilder().function(made.function(), made.type(), paths.get("id"));
    }
}
