package org.hindcast.prediction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.hindcast.persistence.Changed;

/** Work and the act that tells of it, in one transaction: the audit stands or falls with it. */
@ApplicationScoped
@Transactional
class Told {

    @Inject
    private Event<Changed> events;

    /** @param act what is told of that which was stored */
    Stored by(Supplier<Stored> work, Function<Stored, Changed> act) {
        Stored stored = work.get();
        events.fire(act.apply(stored));
        return stored;
    }
}
