package org.hindcast;

import java.util.List;

/**
 * The one business exception: a message key and arguments that a person can act on. Thrown by rooms, shown at one place by
 * each door: beside the field that it names, or as a message of the page.
 */
public class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String key;
    private final String field;
    private final transient List<Object> arguments;

    /**
     * @param key of the sentence in the message bundle
     * @param arguments that the sentence mentions, in its order
     */
    public Refusal(String key, Object... arguments) {
        this(null, key, List.of(arguments));
    }

    private Refusal(String field, String key, List<Object> arguments) {
        super(key + arguments);
        this.field = field;
        this.key = key;
        this.arguments = arguments;
    }

    /** The same refusal, about one field of the form (its property name). */
    public static Refusal at(String field, String key, Object... arguments) {
        return new Refusal(field, key, List.of(arguments));
    }

    /** Nothing stands under this address, or this reader may not know of it. */
    public static Refusal missing() {
        return new Missing();
    }

    /** Key of the sentence in the message bundle. */
    public String key() {
        return key;
    }

    /** The property that is refused, or null when it is the whole act. */
    public String field() {
        return field;
    }

    /** What the sentence mentions, in its order. */
    public List<Object> arguments() {
        return arguments == null ? List.of() : arguments;
    }

    /** What was asked for does not exist: a door answers 404. */
    public static final class Missing extends Refusal {
        private static final long serialVersionUID = 1L;

        private Missing() {
            super("refusal.missing");
        }
    }

    /** The actor may not do this: a door answers 403. */
    public static final class Forbidden extends Refusal {
        private static final long serialVersionUID = 1L;

        /** @param permission that the actor lacks, such as {@code users.edit} */
        public Forbidden(String permission) {
            super("refusal.forbidden", permission);
        }
    }
}
