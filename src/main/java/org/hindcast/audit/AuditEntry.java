package org.hindcast.audit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.hindcast.persistence.BaseEntity;

/** One act: who did what to which record, from where, in which request. Written once, never changed. */
@Entity
@Table(name = "audit_entries")
public class AuditEntry extends BaseEntity {

    @Column(name = "action", nullable = false, length = 40, updatable = false)
    private String action;

    /** The user's number, null when the product itself acted or a stranger was refused. */
    @Column(name = "actor_id", updatable = false)
    private Integer actorId;

    @Column(name = "actor", nullable = false, updatable = false)
    private String actor;

    @Column(name = "room", nullable = false, length = 40, updatable = false)
    private String room;

    /** The record's number, null when there is none. */
    @Column(name = "object", length = 80, updatable = false)
    private String object;

    /** What people called the record at that time. */
    @Column(name = "name", nullable = false, updatable = false)
    private String name;

    @Column(name = "address", nullable = false, length = 64, updatable = false)
    private String address;

    @Column(name = "request", nullable = false, length = 40, updatable = false)
    private String request;

    public String getAction() {
        return action;
    }

    public Integer getActorId() {
        return actorId;
    }

    public String getActor() {
        return actor;
    }

    public String getRoom() {
        return room;
    }

    public String getObject() {
        return object;
    }

    public String getName() {
        return name;
    }

    public String getAddress() {
        return address;
    }

    public String getRequest() {
        return request;
    }

    @Override
    public String toString() {
        return actor + " " + action + " " + room + " " + name;
    }
}
