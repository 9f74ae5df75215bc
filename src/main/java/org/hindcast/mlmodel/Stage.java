package org.hindcast.mlmodel;

/** How far a version has come. */
public enum Stage {
    NONE,
    STAGING,
    PRODUCTION,
    ARCHIVED;

    /** As it stands in the table and in addresses. */
    @Override
    public String toString() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** The stage of that name, in any case of letters; {@link #NONE} for a name that is none. */
    public static Stage of(Object name) {
        return java.util.Arrays.stream(values())
                .filter(stage -> stage.name().equalsIgnoreCase(String.valueOf(name)))
                .findFirst()
                .orElse(NONE);
    }
}
