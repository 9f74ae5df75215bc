package org.hindcast.persistence;

import jakarta.persistence.criteria.From;
import jakarta.persistence.criteria.JoinType;
import jakarta.persistence.criteria.Path;
import jakarta.persistence.criteria.Root;
import java.util.HashMap;
import java.util.Map;

/** Ways from one root of a question. Each association is joined once, to the left, however many columns lead through it. */
final class Paths<T> {

    private final Root<T> root;
    private final Map<String, From<?, ?>> joins = new HashMap<>();

    Paths(Root<T> root) {
        this.root = root;
    }

    Root<T> root() {
        return root;
    }

    Path<?> get(String field) {
        int last = field.lastIndexOf('.');
        return last < 0 ? root.get(field) : join(field.substring(0, last)).get(field.substring(last + 1));
    }

    private From<?, ?> join(String way) {
        From<?, ?> known = joins.get(way);
        if (known == null) {
            int last = way.lastIndexOf('.');
            From<?, ?> from = last < 0 ? root : join(way.substring(0, last));
            known = from.join(way.substring(last + 1), JoinType.LEFT);
            joins.put(way, known);
        }
        return known;
    }
}
