package org.hindcast.project;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.hindcast.persistence.BaseEntity;
import org.hindcast.persistence.Characters;
import org.hindcast.user.User;

/** Something that people work on together: it gathers datasets and models. */
@Entity
@Table(name = "projects")
public class Project extends BaseEntity implements Owned {

    @NotBlank
    @Size(max = 100)
    @Column(name = "name", nullable = false, length = 100)
    private String name = "";

    @NotNull
    @Size(max = 10_000)
    @Column(name = "description", nullable = false)
    private String description = "";

    @NotNull
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "owner_id", nullable = false)
    private User owner;

    public Project() {}

    public Project(String name, User owner) {
        setName(name);
        this.owner = owner;
    }

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

    @Override
    public User getOwner() {
        return owner;
    }

    public void setOwner(User owner) {
        this.owner = owner;
    }

    @Override
    public Project getProject() {
        return this;
    }

    @Override
    public String toString() {
        return name;
    }
}
