package org.hindcast.web.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Stream;
import org.hindcast.Refusal;
import org.hindcast.audit.AuditEntry;
import org.hindcast.audit.AuditService;
import org.hindcast.persistence.Changed;
import org.hindcast.persistence.CrudService;
import org.hindcast.web.component.Column;
import org.hindcast.web.component.Label;

/** Who did what, when, and from where: read, searched and exported, never changed. */
@Named
@RequestScoped
public class AuditPage extends CrudPage<AuditEntry> {

    static final List<String> ACTIONS = List.of(
            "create",
            "edit",
            "delete",
            "import",
            "export",
            "sign-in",
            "sign-in-remembered",
            "sign-in-failed",
            "sign-out",
            "refused",
            "remove",
            "replace",
            "revoke");

    @Inject
    private AuditService audit;

    @Inject
    private Screens screens;

    @Inject
    private Label label;

    private List<Changed.Field> changes;

    @Override
    protected CrudService<AuditEntry> service() {
        return audit;
    }

    @Override
    protected List<Column> columns() {
        return List.of(
                column("createdAt"),
                column("actor"),
                column("action").choice(ACTIONS),
                column("room").choice(rooms()),
                column("name"),
                column("object").hidden(),
                column("address"),
                column("request").hidden());
    }

    @Override
    protected AuditEntry fresh() {
        throw new Refusal.Forbidden("audit.create");
    }

    @Override
    protected String standardSort() {
        return "-createdAt";
    }

    @Override
    public int getRank() {
        return 900;
    }

    @Override
    public String getTitle() {
        AuditEntry entry = getRecord();
        String about = entry.getName() == null ? label.room(entry.getRoom()) : entry.getName();
        return label.choice("action", entry.getAction()) + " · " + about;
    }

    /** Those that have a screen, and tokens, which have none. */
    private List<String> rooms() {
        return Stream.concat(screens.all().stream().map(Screens.Screen::room), Stream.of("tokens"))
                .toList();
    }

    /** What the act changed. */
    public List<Changed.Field> getChanges() {
        if (changes == null) {
            changes = audit.changes(getRecord().getId());
        }
        return changes;
    }
}
