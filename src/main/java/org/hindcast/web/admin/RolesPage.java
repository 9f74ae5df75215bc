package org.hindcast.web.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
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

    @Override
    protected CrudService<Role> service() {
        return roles;
    }

    @Override
    protected List<Column> columns() {
        return List.of(
                column("name"),
                column("description"),
                column("permissionCount"),
                column("createdAt").hidden());
    }

    @Override
    protected Role fresh() {
        return new Role();
    }

    @Override
    protected void complete(Role role) {
        role.setPermissions(ticked());
    }

    @Override
    public int getRank() {
        return 20;
    }

    /** What can be allowed somewhere, the common acts first. */
    public List<String> getActions() {
        List<String> actions = new ArrayList<>(List.of("read", "create", "edit", "delete", "export"));
        permissions.all().stream()
                .map(p -> p.substring(p.indexOf('.') + 1))
                .filter(a -> !actions.contains(a))
                .distinct()
                .forEach(actions::add);
        return actions;
    }

    public List<String> getRooms() {
        return permissions.all().stream()
                .map(p -> p.substring(0, p.indexOf('.')))
                .distinct()
                .toList();
    }

    public boolean exists(String room, String action) {
        return permissions.all().contains(room + "." + action);
    }

    /** Whether the form shows it as granted: as it was ticked, or as it is stored. */
    public boolean grants(String room, String action) {
        String permission = room + "." + action;
        return asked.has("csrf")
                ? ticked().contains(permission)
                : getRecord().getPermissions().contains(permission);
    }

    /** Whether the reader may do it themselves: else it stays as it is. */
    public boolean mayDecide(String room, String action) {
        return reader().can(room + "." + action);
    }

    /** Whether there is something that the reader may not do. */
    public boolean isLimited() {
        return !permissions.all().stream().allMatch(reader()::can);
    }

    /** What was ticked, and what the reader may not take away: a box that they can't untick sends nothing. */
    private List<String> ticked() {
        return permissions.all().stream()
                .filter(p -> asked.values("permissions").contains(p)
                        || !reader().can(p) && getRecord().getPermissions().contains(p))
                .toList();
    }
}
