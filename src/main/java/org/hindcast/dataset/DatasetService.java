package org.hindcast.dataset;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.hindcast.persistence.CrudService;

/** Datasets. */
@ApplicationScoped
@Transactional
public class DatasetService extends CrudService<Dataset> {

    public DatasetService() {
        super(Dataset.class, "datasets", "name", "description");
    }
}
