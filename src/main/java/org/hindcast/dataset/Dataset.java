package org.hindcast.dataset;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.hindcast.persistence.BaseEntity;
import org.hindcast.persistence.Characters;
import org.hindcast.project.Owned;
import org.hindcast.project.Project;
import org.hindcast.user.User;

/** Data that models learn from: what it is, how large, where it came from, and whose it is. The data itself stays where it is. */
@Entity
@Table(name = "datasets")
public class Dataset extends BaseEntity implements Owned {

    @NotBlank
    @Size(max = 100)
    @Column(name = "name", nullable = false, length = 100)
    private String name = "";

    @NotNull
    @Size(max = 10_000)
    @Column(name = "description", nullable = false)
    private String description = "";

    /** In whole megabytes; 0 for less than one. */
    @Min(0)
    @Column(name = "size_mb", nullable = false)
    private int sizeMb;

    @NotNull
    @Size(max = 500)
    @Column(name = "source_url", nullable = false, length = 500)
    private String sourceUrl = "";

    @NotNull
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "owner_id", nullable = false)
    private User owner;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "project_id")
    private Project project;

    public Dataset() {}

    public Dataset(String name, int sizeMb, User owner) {
        setName(name);
        this.sizeMb = sizeMb;
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

    public int getSizeMb() {
        return sizeMb;
    }

    public void setSizeMb(int sizeMb) {
        this.sizeMb = sizeMb;
    }

    public String getSourceUrl() {
        return sourceUrl;
    }

    public void setSourceUrl(String sourceUrl) {
        this.sourceUrl = Characters.stripped(sourceUrl);
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

    @Override
    public String toString() {
        return name;
    }
}
