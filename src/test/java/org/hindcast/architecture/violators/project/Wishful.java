package org.hindcast.architecture.violators.project;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** An entity that asks a service. */
@Entity
public class Wishful {

    @Id
    private Integer id;

    Integer id(ProjectService projects) {
        return projects == null ? null : id;
    }
}
