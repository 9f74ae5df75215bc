package org.hindcast.audit;

import java.time.OffsetDateTime;
import java.util.List;
import org.hindcast.persistence.Changed;

/**
 * One act in the history of a record.
 *
 * @param actorId who did it, null when the product itself did
 * @param fields what it changed, in the order of their names
 */
public record Past(
        Integer id, OffsetDateTime at, Integer actorId, String actor, String action, List<Changed.Field> fields) {}
