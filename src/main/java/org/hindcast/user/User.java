package org.hindcast.user;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.Table;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.hindcast.persistence.BaseEntity;
import org.hindcast.persistence.Characters;
import org.hindcast.persistence.LowerCase;
import org.hindcast.persistence.Secret;

/** A person with an account. */
@Entity
@Table(name = "users")
public class User extends BaseEntity {

    @Size(min = 3, max = 64)
    @Pattern(regexp = "[\\p{L}\\p{N}._-]*", message = "{user.username.characters}")
    @Column(name = "username", nullable = false, length = 64)
    private String username = "";

    @NotBlank
    @Size(max = 120)
    @Email
    @LowerCase
    @Column(name = "email", nullable = false, length = 120)
    private String email = "";

    @NotBlank
    @Size(max = 100)
    @Column(name = "first_name", nullable = false, length = 100)
    private String firstName = "";

    @NotBlank
    @Size(max = 100)
    @Column(name = "last_name", nullable = false, length = 100)
    private String lastName = "";

    /** First and last name, made by the database, so that lists sort and filter by it. */
    @Column(name = "full_name", nullable = false, insertable = false, updatable = false)
    private String fullName;

    /** What free text is looked for in, made by the database. */
    @LowerCase
    @Column(name = "search_text", nullable = false, insertable = false, updatable = false)
    private String searchText;

    @Secret
    @Column(name = "password_hash", nullable = false)
    private String passwordHash;

    @Size(max = 140)
    @Column(name = "about_me", nullable = false, length = 140)
    private String aboutMe = "";

    /** {@code en} or {@code de}; empty follows the browser. */
    @Pattern(regexp = "|en|de")
    @Column(name = "language", nullable = false, length = 8)
    private String language = "";

    /** An IANA zone such as {@code Europe/Berlin}. */
    @Zone
    @Column(name = "time_zone", nullable = false, length = 64)
    private String timeZone = "UTC";

    @Column(name = "active", nullable = false)
    private boolean active = true;

    @Column(name = "last_login_at")
    private OffsetDateTime lastLoginAt;

    @Column(name = "login_count")
    private Integer loginCount;

    /** Counts up when every session of this person must end. */
    @Column(name = "session_epoch", nullable = false)
    private int sessionEpoch;

    @ManyToMany
    @JoinTable(
            name = "user_roles",
            joinColumns = @JoinColumn(name = "user_id"),
            inverseJoinColumns = @JoinColumn(name = "role_id"))
    private Set<Role> roles = new HashSet<>();

    /** Trims and lower-cases, as everywhere before an address is checked or stored. */
    public static String normalEmail(String email) {
        return Characters.stripped(email).toLowerCase(Locale.ROOT);
    }

    public String getUsername() {
        return username;
    }

    public void setUsername(String username) {
        this.username = Characters.stripped(username);
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = normalEmail(email);
    }

    public String getFirstName() {
        return firstName;
    }

    public void setFirstName(String firstName) {
        this.firstName = Characters.stripped(firstName);
    }

    public String getLastName() {
        return lastName;
    }

    public void setLastName(String lastName) {
        this.lastName = Characters.stripped(lastName);
    }

    public String getFullName() {
        return firstName + " " + lastName;
    }

    /** The password itself is kept nowhere: reading it is a mistake of the caller. */
    public String getPassword() {
        throw new UnsupportedOperationException("A password cannot be read.");
    }

    String getPasswordHash() {
        return passwordHash;
    }

    void setPasswordHash(String passwordHash) {
        this.passwordHash = passwordHash;
    }

    public String getAboutMe() {
        return aboutMe;
    }

    public void setAboutMe(String aboutMe) {
        this.aboutMe = Characters.stripped(aboutMe);
    }

    public String getLanguage() {
        return language;
    }

    public void setLanguage(String language) {
        this.language = language == null ? "" : language;
    }

    public String getTimeZone() {
        return timeZone;
    }

    public void setTimeZone(String timeZone) {
        this.timeZone = timeZone;
    }

    public boolean isActive() {
        return active;
    }

    /** Disabling ends every session of this person. */
    public void setActive(boolean active) {
        if (this.active && !active) {
            endSessions();
        }
        this.active = active;
    }

    /** UTC; null before the first sign-in. */
    public OffsetDateTime getLastLoginAt() {
        return lastLoginAt;
    }

    /** Null before the first sign-in. */
    public Integer getLoginCount() {
        return loginCount;
    }

    public int getSessionEpoch() {
        return sessionEpoch;
    }

    /** Signs this person out everywhere. */
    public void endSessions() {
        sessionEpoch++;
    }

    /** In the order of their names. */
    public List<Role> getRoles() {
        return roles.stream().sorted(Comparator.comparing(Role::getName)).toList();
    }

    public void setRoles(Collection<Role> roles) {
        this.roles = new HashSet<>(roles);
    }

    public void addRole(Role role) {
        roles.add(role);
    }

    public boolean hasRole(String name) {
        return roles.stream().anyMatch(role -> role.getName().equals(name));
    }

    /** Whether one of the roles carries the permission. */
    public boolean can(String permission) {
        return roles.stream().anyMatch(role -> role.allows(permission));
    }

    @Override
    public String toString() {
        return email;
    }
}
