package org.hindcast.web.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.ZoneId;
import java.util.List;
import org.hindcast.Refusal;
import org.hindcast.persistence.Actor;
import org.hindcast.persistence.CrudService;
import org.hindcast.user.AdministratorService;
import org.hindcast.user.Role;
import org.hindcast.user.RoleService;
import org.hindcast.user.User;
import org.hindcast.user.UserService;
import org.hindcast.web.component.Column;

/** Everyone who can sign in, with their past: for those who manage people. Names are to be had on the page of people. */
@Named
@RequestScoped
public class UsersPage extends CrudPage<User> {

    @Inject
    private UserService users;

    @Inject
    private RoleService roles;

    @Inject
    private AdministratorService administrators;

    private String password;
    private List<Role> allRoles;
    private Boolean above;

    @Override
    protected CrudService<User> service() {
        return users;
    }

    /** Who may only read knows people by their names; when and how often somebody came in is not for them. */
    @Override
    public String getNeeded() {
        return "users.edit";
    }

    @Override
    protected List<Column> columns() {
        return List.of(
                column("fullName"),
                column("username"),
                column("email"),
                column("roles").choice(roles.numbers()).unsorted(),
                column("active"),
                column("loginCount").hidden(),
                column("lastLoginAt"),
                column("createdAt"),
                column("id"),
                column("language").hidden(),
                column("timeZone").hidden());
    }

    @Override
    protected User fresh() {
        User user = new User();
        user.addRole(roles.named(Role.MEMBER));
        return user;
    }

    @Override
    protected void complete(User user) {
        user.setRoles(getAllRoles().stream().filter(this::isTicked).toList());
        users.assign(user, password);
    }

    @Override
    public List<String> getBulkActions() {
        List<String> edits = can("edit") ? List.of("activate", "deactivate", "role") : List.of();
        List<String> deletes = can("delete") ? List.of("delete") : List.of();
        return java.util.stream.Stream.concat(edits.stream(), deletes.stream()).toList();
    }

    /** No role is given unless it was chosen. */
    @Override
    public void bulk() {
        if ("role".equals(getAct()) && asked.numbers("role").isEmpty()) {
            throw Refusal.at("role", "users.role.missing");
        }
        super.bulk();
    }

    @Override
    protected void act(String action, Integer id, Actor actor) {
        switch (action) {
            case "activate" -> users.activate(id, true, actor);
            case "deactivate" -> users.activate(id, false, actor);
            case "role" -> users.addRole(id, roles.find(asked.number("role")), actor);
            default -> super.act(action, id, actor);
        }
    }

    @Override
    public String getTitle() {
        return getRecord().getFullName();
    }

    @Override
    public String getIcon() {
        return "user";
    }

    @Override
    public int getRank() {
        return 10;
    }

    public List<Role> getAllRoles() {
        if (allRoles == null) {
            allRoles = roles.all();
        }
        return allRoles;
    }

    /** Whether the form shows the role as held: as it was ticked, or as it is stored. */
    public boolean holds(Role role) {
        return asked.has("csrf") ? isTicked(role) : getRecord().getRoles().contains(role);
    }

    /** Whether the reader holds all that the role allows: else they don't give it. */
    public boolean mayGive(Role role) {
        return role.mayBeGivenBy(reader());
    }

    /** Nobody edits or deletes somebody who may do more than they. */
    @Override
    protected boolean may(String action) {
        boolean someone = List.of("details", "edit", "delete").contains(getMode());
        boolean changes = List.of("edit", "delete").contains(action);
        return super.may(action) && !(someone && changes && isAbove());
    }

    private boolean isAbove() {
        if (above == null) {
            above = !administrators.mayChange(getRecord(), reader());
        }
        return above;
    }

    private boolean isTicked(Role role) {
        return asked.numbers("roleIds").contains(role.getId());
    }

    /** Those that people know, and the person's own, which may be any: else saving would change it. */
    public List<String> getZones() {
        String own = getRecord().getTimeZone();
        return ZoneId.getAvailableZoneIds().stream()
                .filter(z -> z.contains("/") && !z.startsWith("Etc/") || z.equals("UTC") || z.equals(own))
                .sorted()
                .toList();
    }

    /** Never given back to the page. */
    public String getPassword() {
        return null;
    }

    public void setPassword(String password) {
        this.password = password;
    }
}
