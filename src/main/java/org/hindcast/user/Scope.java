package org.hindcast.user;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a token may be used for, at most: never more than its owner may do. */
public enum Scope {
    READ(Scope.NAME_READ, Set.of("read", "export"), Set.of()),
    WRITE(Scope.NAME_WRITE, Set.of("create", "edit", "delete"), Set.of("projects", "datasets", "models", "versions")),
    PREDICTIONS(Scope.NAME_PREDICTIONS, Set.of("create", "edit"), Set.of("versions"));

    /** Names as annotations want them. */
    public static final String NAME_READ = "read";

    public static final String NAME_WRITE = "write";
    public static final String NAME_PREDICTIONS = "predictions:write";

    private final String key;
    private final Set<String> actions;
    private final Set<String> rooms;

    Scope(String key, Set<String> actions, Set<String> rooms) {
        this.key = key;
        this.actions = actions;
        this.rooms = rooms;
    }

    /** The scope of that name. */
    public static Optional<Scope> named(String key) {
        return Arrays.stream(values()).filter(scope -> scope.key.equals(key)).findFirst();
    }

    /** Those of the permissions that scopes of these names cover together. */
    static Set<String> covered(Collection<String> permissions, Set<String> names) {
        Set<String> covered = new HashSet<>();
        for (Scope scope : values()) {
            if (names.contains(scope.key)) {
                permissions.stream().filter(scope::covers).forEach(covered::add);
            }
        }
        return covered;
    }

    /** Such as {@code predictions:write}. */
    public String key() {
        return key;
    }

    /** The key of the sentence that says what it is for. */
    public String word() {
        return "tokens.scope." + name().toLowerCase(Locale.ROOT);
    }

    /** Whether acts under this permission belong to it. @param permission such as {@code models.edit} */
    public boolean covers(String permission) {
        int dot = permission.lastIndexOf('.');
        return dot > 0
                && actions.contains(permission.substring(dot + 1))
                && (rooms.isEmpty() || rooms.contains(permission.substring(0, dot)));
    }
}
