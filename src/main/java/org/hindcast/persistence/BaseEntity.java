package org.hindcast.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.time.OffsetDateTime;

/** What every record has: a number, the time it was made, and a version that tells concurrent editors apart. */
@MappedSuperclass
public abstract class BaseEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "id", nullable = false)
    private Integer id;

    @Version
    @Column(name = "version", nullable = false)
    private int version;

    @Column(name = "created_at", nullable = false, updatable = false)
    private OffsetDateTime createdAt = Times.now();

    /** The record's number, null until it is stored. */
    public Integer getId() {
        return id;
    }

    public int getVersion() {
        return version;
    }

    public OffsetDateTime getCreatedAt() {
        return createdAt;
    }

    /** Two records are the same when they are of one kind and have one number; a record not stored yet is only itself. */
    @Override
    public final boolean equals(Object other) {
        return this == other
                || other instanceof BaseEntity that
                        && id != null
                        && id.equals(that.getId())
                        && (getClass().isInstance(that) || that.getClass().isInstance(this));
    }

    @Override
    public final int hashCode() {
        return BaseEntity.class.hashCode();
    }
}
