package org.hindcast.demo;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.hindcast.persistence.Turns;
import org.hindcast.schema.Ready;
import org.hindcast.settings.Settings;
import org.hindcast.user.UserService;

/** Fills an empty registry with something to look at, when the operator asks for it. All of it or, after a failure, nothing. */
@ApplicationScoped
public class Demo {

    private static final int LOADING = 0x44454d;

    @Inject
    private Settings settings;

    @Inject
    private UserService users;

    @Inject
    private Turns turns;

    @Inject
    private DemoPeople people;

    @Inject
    private DemoRegistry registry;

    @Transactional
    void load(@Observes @Priority(200) Ready ready) {
        if (settings.demo()) {
            turns.await(LOADING);
            loadOnce();
        }
    }

    private void loadOnce() {
        if (users.onlyOne()) {
            people.load();
            registry.load();
        }
    }
}
