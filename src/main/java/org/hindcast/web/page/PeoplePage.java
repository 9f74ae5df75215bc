package org.hindcast.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import org.hindcast.dataset.DatasetService;
import org.hindcast.security.SignedIn;
import org.hindcast.user.UserService;
import org.hindcast.web.component.Address;
import org.hindcast.web.component.Asked;
import org.hindcast.web.component.Column;
import org.hindcast.web.component.LazyTable;
import org.hindcast.web.reader.Frame;

/** People and the datasets they own; also those who own none. */
@Named
@RequestScoped
public class PeoplePage {

    private static final int MOST_DATASETS = 50;

    @Inject
    private UserService users;

    @Inject
    private DatasetService allDatasets;

    @Inject
    private SignedIn me;

    @Inject
    private Frame frame;

    @Inject
    private Asked asked;

    private LazyTable table;
    private Map<Integer, List<DatasetService.Row>> datasets;

    public void open() {
        me.require("users.read");
        me.require("datasets.read");
    }

    public String getPath() {
        return FacesContext.getCurrentInstance().getExternalContext().getRequestContextPath() + "/people";
    }

    public String getRoom() {
        return "users";
    }

    /** By name, as the address asks. */
    public LazyTable getTable() {
        if (table == null) {
            Address address = Address.of(getPath(), asked.all());
            List<Column> columns = List.of(Column.of("fullName", String.class), Column.of("email", String.class));
            table = new LazyTable(
                    address.get("sort").isEmpty() ? address.with("sort", "fullName") : address,
                    columns,
                    users::list,
                    frame.getZone());
        }
        return table;
    }

    /** What a person of this page owns, or the first of it. */
    public List<DatasetService.Row> datasetsOf(Integer person) {
        List<DatasetService.Row> own = read(person);
        return own.subList(0, Math.min(MOST_DATASETS, own.size()));
    }

    /** Where the rest of what a person owns is listed, null when there is none. */
    public String restOf(Integer person, String fullName) {
        String list = FacesContext.getCurrentInstance().getExternalContext().getRequestContextPath() + "/datasets";
        return read(person).size() > MOST_DATASETS
                ? Address.of(list, Map.of()).with("f.owner.fullName", fullName).toString()
                : null;
    }

    private List<DatasetService.Row> read(Integer person) {
        if (datasets == null) {
            List<Integer> people = getTable().getRows().stream()
                    .map(row -> (Integer) row.get("id"))
                    .toList();
            datasets = allDatasets.of(people, MOST_DATASETS + 1);
        }
        return datasets.getOrDefault(person, List.of());
    }
}
