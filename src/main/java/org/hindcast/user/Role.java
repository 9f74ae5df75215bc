package org.hindcast.user;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Collection;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.hindcast.persistence.Actor;
import org.hindcast.persistence.BaseEntity;
import org.hindcast.persistence.Characters;

/** What a group of people may do: a name and permissions that an administrator edits while the product runs. */
@Entity
@Table(name = "roles")
public class Role extends BaseEntity {

    /** May do everything, and can't be renamed or deleted. */
    public static final String ADMIN = "Admin";

    /** What only {@link #ADMIN} may: no permission of this name is ever given by itself. */
    public static final String EVERYTHING = "*";

    /** Given to everybody who registers. */
    public static final String MEMBER = "Member";

    @NotBlank
    @Size(max = 80)
    @Column(name = "name", nullable = false, length = 80)
    private String name = "";

    @Size(max = 200)
    @Column(name = "description", nullable = false, length = 200)
    private String description = "";

    @ElementCollection
    @CollectionTable(name = "role_permissions", joinColumns = @JoinColumn(name = "role_id"))
    @Column(name = "permission", nullable = false)
    private Set<String> permissions = new TreeSet<>();

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = Characters.stripped(name);
    }

    public String getDescription() {
        return description;
    }

    public void setDescription(String description) {
        this.description = Characters.stripped(description);
    }

    /** What it allows, in alphabetical order. */
    public SortedSet<String> getPermissions() {
        return new TreeSet<>(permissions);
    }

    public void setPermissions(Collection<String> permissions) {
        this.permissions = new TreeSet<>(permissions);
    }

    public boolean isAdmin() {
        return name.equals(ADMIN);
    }

    /** Whether the product relies on it, so that it stays under its name. */
    public boolean isBuiltIn() {
        return isAdmin() || name.equals(MEMBER);
    }

    /** Whether it carries the permission; {@link #ADMIN} carries each. */
    public boolean allows(String permission) {
        return isAdmin() || permissions.contains(permission);
    }

    /** Nobody gives what they do not have themselves; the role that everybody has at first anybody gives. */
    public boolean mayBeGivenBy(Actor actor) {
        boolean all = isAdmin() ? actor.can(EVERYTHING) : permissions.stream().allMatch(actor::can);
        return all || name.equals(MEMBER);
    }

    @Override
    public String toString() {
        return name;
    }
}
