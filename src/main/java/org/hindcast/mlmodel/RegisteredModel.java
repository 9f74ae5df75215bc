package org.hindcast.mlmodel;

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
import org.hindcast.project.Owned;
import org.hindcast.project.Project;
import org.hindcast.user.User;

/** A model under its unique name, whatever version it has reached. */
@Entity
@Table(name = "models")
public class RegisteredModel extends BaseEntity implements Owned {

    @NotBlank
    @Size(max = 100)
    @Column(name = "name", nullable = false, length = 100)
    private String name = "";

    @NotNull
    @Size(max = 10_000)
    @Column(name = "description", nullable = false)
    private String description = "";

    /** Of what it predicts, such as {@code ppm}; empty when it is a bare number. */
    @NotNull
    @Size(max = 20)
    @Column(name = "unit", nullable = false, length = 20)
    private String unit = "";

    @NotNull
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "owner_id", nullable = false)
    private User owner;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "project_id")
    private Project project;

    /** Its version with the highest number, kept by {@link VersionService}; null before the first one. */
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "latest_version_id", insertable = false, updatable = false)
    private ModelVersion latest;

    public RegisteredModel() {}

    public RegisteredModel(String name, User owner) {
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

    public String getUnit() {
        return unit;
    }

    public void setUnit(String unit) {
        this.unit = Characters.stripped(unit);
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
        return project;
    }

    public void setProject(Project project) {
        this.project = project;
    }

    public ModelVersion getLatest() {
        return latest;
    }

    @Override
    public String toString() {
        return name;
    }
}
