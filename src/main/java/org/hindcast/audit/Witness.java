package org.hindcast.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import org.hindcast.persistence.Changed;

/** Hears of every act and has it written down. */
@ApplicationScoped
class Witness {

    @Inject
    private AuditService audit;

    void see(@Observes Changed act) {
        if (act.isRefusal()) {
            audit.addApart(act);
        } else {
            audit.add(List.of(act));
        }
    }

    void seeMany(@Observes Changed.Many acts) {
        audit.add(acts.acts());
    }
}
