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

    /** Tells that somebody was kept out. */
    public static final String REFUSED = "refused";

    /** Tells that a sign-in failed. */
    public static final String SIGN_IN_FAILED = "sign-in-failed";

    /** Whether nothing came of it, so that it is noted even when all else is rolled back. */
    public boolean isRefusal() {
        return action.equals(REFUSED) || action.equals(SIGN_IN_FAILED);
    }

    /** @param before null when the record is new; @param after null when it is gone */
    public record Field(String name, String before, String after) {}

    /** Very many acts at once, such as an import: fired instead of each by itself, so that noting them takes few statements. */
    public record Many(List<Changed> acts) {
        public Many {
            acts = List.copyOf(acts);
        }
    }
}
