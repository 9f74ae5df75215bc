package org.hindcast.persistence;

import java.util.List;

/**
 * Something was done to a record, or by somebody: fired in the transaction that did it, so that the audit stands or falls with it.
 *
 * @param action {@code create}, {@code edit}, {@code delete}, {@code sign-in}, ...
 * @param actor who did it
 * @param room the kind of record, such as {@code users}
 * @param object the record's number, null when there is none
 * @param name what people call the record
 * @param fields what changed in it
 */
public record Changed(String action, Actor actor, String room, String object, String name, List<Field> fields) {

    public Changed {
        fields = List.copyOf(fields);
    }

    /** An act without a change of fields. */
    public static Changed act(String action, Actor actor, String room, Object object, String name) {
        return new Changed(action, actor, room, object == null ? null : object.toString(), name, List.of());
    }

    /** @param before null when the record is new; @param after null when it is gone */
    public record Field(String name, String before, String after) {}
}
