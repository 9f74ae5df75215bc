package org.hindcast.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import org.hindcast.dataset.Dataset;
import org.hindcast.dataset.DatasetService;
import org.hindcast.mlmodel.VersionService;
import org.hindcast.persistence.Query;
import org.hindcast.security.SignedIn;
import org.hindcast.web.component.Address;
import org.hindcast.web.component.Asked;

/** One dataset, and what learnt from it. */
@Named
@RequestScoped
public class DatasetPage {

    private static final int MOST = 100;

    @Inject
    private DatasetService datasets;

    @Inject
    private VersionService allVersions;

    @Inject
    private SignedIn me;

    @Inject
    private Asked asked;

    private Dataset dataset;
    private List<Map<String, Object>> versions;

    public void open() {
        me.require("datasets.read");
        getDataset();
    }

    public Dataset getDataset() {
        if (dataset == null) {
            dataset = datasets.find(asked.number("id"));
        }
        return dataset;
    }

    /** The versions trained on it; none for who may not look into versions. */
    public List<Map<String, Object>> getVersions() {
        if (versions == null) {
            Query.Filter trained = new Query.Filter(
                    "dataset.id", Query.Test.EQUALS, getDataset().getId());
            Query question = Query.of(MOST, "model.id", "model.name", "number", "label", "accuracy")
                    .and(trained);
            versions = me.can("versions.read") ? allVersions.rows(question) : List.of();
        }
        return versions;
    }

    /** Where all of them are listed, found by the dataset's name. */
    public String getAll() {
        String list = FacesContext.getCurrentInstance().getExternalContext().getRequestContextPath() + "/versions";
        return Address.of(list, Map.of())
                .with("f.dataset.name", getDataset().getName())
                .toString();
    }

    public boolean isTheirs() {
        return datasets.may("edit", getDataset(), me.actor());
    }

    /** Whether the reader may also delete it: some may change the datasets of all, and delete none. */
    public boolean isTheirsToEnd() {
        return datasets.may("delete", getDataset(), me.actor());
    }
}
