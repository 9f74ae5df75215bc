package org.hindcast.mlmodel;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Converter;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import java.util.Locale;
import org.hindcast.Refusal;
import org.hindcast.dataset.Dataset;
import org.hindcast.persistence.BaseEntity;
import org.hindcast.persistence.Characters;
import org.hindcast.persistence.Times;
import org.hindcast.project.Owned;
import org.hindcast.project.Project;
import org.hindcast.user.User;

/** One state of a model, numbered in the order in which they were made: what predictions come from. */
@Entity
@Table(name = "model_versions")
public class ModelVersion extends BaseEntity implements Owned {

    @NotNull
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "model_id", nullable = false, updatable = false)
    private RegisteredModel model;

    @Column(name = "number", nullable = false, updatable = false)
    private Integer number = 0;

    @Size(max = 20)
    @Column(name = "label", length = 20)
    private String label;

    /** As its makers measured it; 0 is a value like any other, and none is none before somebody said it. */
    @NotNull
    @Column(name = "accuracy", nullable = false)
    private Double accuracy;

    @NotNull
    @Size(max = 10_000)
    @Column(name = "description", nullable = false)
    private String description = "";

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "dataset_id")
    private Dataset dataset;

    @NotNull
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "created_by", nullable = false, updatable = false)
    private User createdBy;

    @NotNull
    @Convert(converter = StageColumn.class)
    @Column(name = "stage", nullable = false)
    private Stage stage = Stage.NONE;

    @Column(name = "stage_changed_at")
    private OffsetDateTime stageChangedAt;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "stage_changed_by")
    private User stageChangedBy;

    public ModelVersion() {}

    /** A version that gets its number when it is stored. */
    public ModelVersion(RegisteredModel model, User createdBy) {
        this.model = model;
        this.createdBy = createdBy;
    }

    public RegisteredModel getModel() {
        return model;
    }

    public void setModel(RegisteredModel model) {
        this.model = model;
    }

    /** It is whose the model is. */
    @Override
    public User getOwner() {
        return model == null ? createdBy : model.getOwner();
    }

    @Override
    public Project getProject() {
        return model == null ? null : model.getProject();
    }

    /** 1 for the first. */
    public int getNumber() {
        return number;
    }

    void setNumber(int number) {
        this.number = number;
    }

    /** A name such as {@code persistence}, or null. */
    public String getLabel() {
        return label;
    }

    public void setLabel(String label) {
        String seen = Characters.stripped(label);
        this.label = seen.isEmpty() ? null : seen;
    }

    public Double getAccuracy() {
        return accuracy;
    }

    /** @throws Refusal for NaN and infinities */
    public void setAccuracy(Double accuracy) {
        if (accuracy != null && !Double.isFinite(accuracy)) {
            throw Refusal.at("accuracy", "number.notFinite");
        }
        this.accuracy = accuracy;
    }

    public String getDescription() {
        return description;
    }

    public void setDescription(String description) {
        this.description = Characters.stripped(description);
    }

    public Dataset getDataset() {
        return dataset;
    }

    public void setDataset(Dataset dataset) {
        this.dataset = dataset;
    }

    public User getCreatedBy() {
        return createdBy;
    }

    public Stage getStage() {
        return stage;
    }

    /** Moves it to another stage and keeps who did it and when. */
    public void moveTo(Stage stage, User by) {
        this.stage = stage;
        stageChangedBy = by;
        stageChangedAt = Times.now();
    }

    public OffsetDateTime getStageChangedAt() {
        return stageChangedAt;
    }

    public User getStageChangedBy() {
        return stageChangedBy;
    }

    @Override
    public String toString() {
        return label == null ? Integer.toString(number) : number + " · " + label;
    }

    /** Stages stand in the table in lower case. */
    @Converter
    public static class StageColumn implements AttributeConverter<Stage, String> {
        @Override
        public String convertToDatabaseColumn(Stage stage) {
            return stage == null ? null : stage.name().toLowerCase(Locale.ROOT);
        }

        @Override
        public Stage convertToEntityAttribute(String text) {
            return text == null ? null : Stage.valueOf(text.toUpperCase(Locale.ROOT));
        }
    }
}
