package org.hindcast.web.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hindcast.persistence.CrudService;
import org.hindcast.user.Permissions;
import org.hindcast.user.Role;
import org.hindcast.user.RoleService;
import org.hindcast.web.component.Column;

/** Roles, and what they allow: a change holds from the next request of everybody who has them. */
@Named
@RequestScoped
public class RolesPage extends CrudPage<Role> {

    @Inject
    private RoleService roles;

    @Inject
    private Permissions permissions;

    private List<String> chosen = List.of();

    @Override
    protected CrudService<Role> service() {
        return roles;
    }

    @Override
    protected List<Column> columns() {
        return List.of(
                column("name"),
                column("description"),
                column("permissionCount").unsorted(),
                column("createdAt").hidden());
    }

    @Override
    protected Role fresh() {
        return new Role();
    }

    @Override
    protected void complete(Role role) {
        role.setPermissions(chosen);
    }

    @Override
    public int getRank() {
        return 20;
    }

    /** All permissions, by the room that they are about. */
    public Map<String, List<String>> getGroups() {
        Map<String, List<String>> groups = new LinkedHashMap<>();
        permissions
                .all()
                .forEach(p -> groups.computeIfAbsent(p.substring(0, p.indexOf('.')), r -> new ArrayList<>())
                        .add(p));
        return groups;
    }

    public List<String> getChosenPermissions() {
        return List.copyOf(getRecord().getPermissions());
    }

    public void setChosenPermissions(List<String> chosen) {
        this.chosen = chosen;
    }
}
