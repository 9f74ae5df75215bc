package org.hindcast.persistence;

/** Who does something, as far as a service must know. Doors say who it is; services never ask. */
public interface Actor {

    /** The user's number, null when the system itself acts. */
    Integer id();

    /** What the audit calls them. */
    String name();

    /** The number of the token with which their program came, null when they came themselves. */
    default Integer token() {
        return null;
    }

    /** @param permission such as {@code users.edit} */
    boolean can(String permission);

    /** The product itself, at start: may do everything. */
    Actor SYSTEM = new Actor() {
        @Override
        public Integer id() {
            return null;
        }

        @Override
        public String name() {
            return "system";
        }

        @Override
        public boolean can(String permission) {
            return true;
        }
    };
}
