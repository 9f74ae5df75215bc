package org.hindcast.user;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hindcast.persistence.BaseEntity;
import org.hindcast.persistence.Characters;
import org.hindcast.persistence.Secret;
import org.hindcast.persistence.Times;

/** What a program signs in with in place of its owner's password. The secret itself is kept nowhere. */
@Entity
@Table(name = "tokens")
public class ApiToken extends BaseEntity {

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "user_id", nullable = false, updatable = false)
    private User user;

    @NotBlank
    @Size(max = 100)
    @Column(name = "name", nullable = false, length = 100)
    private String name = "";

    @Secret
    @Column(name = "hash", nullable = false, updatable = false, length = 64)
    private String hash;

    @Column(name = "scopes", nullable = false, updatable = false)
    private String scopes = "";

    /** Of the owner's sessions, when it was made: it ends with them. */
    @Column(name = "epoch", nullable = false, updatable = false)
    private int epoch;

    @Column(name = "expires_at", nullable = false, updatable = false)
    private OffsetDateTime expiresAt;

    /** Written by SQL, at most once a minute. */
    @Column(name = "last_used_at", insertable = false, updatable = false)
    private OffsetDateTime lastUsedAt;

    @Column(name = "revoked_at")
    private OffsetDateTime revokedAt;

    protected ApiToken() {}

    ApiToken(User user, String name, Collection<Scope> scopes, OffsetDateTime expiresAt) {
        this.user = user;
        this.name = Characters.stripped(name);
        this.scopes = scopes.stream().distinct().sorted().map(Scope::key).collect(Collectors.joining(","));
        this.epoch = user.getSessionEpoch();
        this.expiresAt = expiresAt;
    }

    void setHash(String hash) {
        this.hash = hash;
    }

    public User getUser() {
        return user;
    }

    public String getName() {
        return name;
    }

    public List<Scope> getScopes() {
        return Arrays.stream(scopes.split(","))
                .map(Scope::named)
                .flatMap(Optional::stream)
                .toList();
    }

    public OffsetDateTime getExpiresAt() {
        return expiresAt;
    }

    /** Null before its first use. */
    public OffsetDateTime getLastUsedAt() {
        return lastUsedAt;
    }

    public boolean isRevoked() {
        return revokedAt != null;
    }

    /** Whether it would still be let in, while its owner is. */
    public boolean isAlive() {
        return !isRevoked() && epoch == user.getSessionEpoch() && expiresAt.isAfter(Times.now());
    }

    void revoke() {
        revokedAt = Times.now();
    }

    @Override
    public String toString() {
        return name;
    }
}
