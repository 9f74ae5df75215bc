package org.hindcast.persistence;

import java.util.List;
import org.hindcast.Refusal;

/** Somebody else saved first. Carries what they saved and what was about to overwrite it, field by field. */
public class Conflict extends Refusal {

    private static final long serialVersionUID = 1L;

    private final transient List<Changed.Field> fields;

    private final int stored;

    /**
     * @param stored version that stands now
     * @param fields with the stored value as {@code before} and the typed one as {@code after}, where they differ
     */
    public Conflict(int stored, List<Changed.Field> fields) {
        super("refusal.conflict");
        this.stored = stored;
        this.fields = List.copyOf(fields);
    }

    /** The version that stands now. */
    public int stored() {
        return stored;
    }

    /** What differs: as it is stored now, and as it was about to become. */
    public List<Changed.Field> fields() {
        return fields == null ? List.of() : fields;
    }
}
