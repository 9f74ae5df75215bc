package org.hindcast.persistence;

import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;

/** How a room tests rows by something that is no column of its table. */
@FunctionalInterface
public interface Condition<T> {

    /** @param query with its orders; without any where rows are only counted */
    Predicate on(Root<T> root, CriteriaQuery<?> query, CriteriaBuilder cb);
}
