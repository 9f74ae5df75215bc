package org.hindcast.web.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.hindcast.schema.Database;
import org.hindcast.schema.Migration;
import org.hindcast.schema.Schema;
import org.hindcast.security.SignedIn;

/** For operators: the version of the database, what was applied to it, and the state of the pool. */
@Named
@RequestScoped
public class SchemaPage {

    @Inject
    private SignedIn me;

    @Inject
    private Schema schema;

    @Inject
    private Database database;

    private List<Migration> migrations;
    private Database.Facts facts;

    public void open() {
        me.require("schema.read");
    }

    /** The newest first. */
    public List<Migration> getMigrations() {
        if (migrations == null) {
            migrations = new ArrayList<>(schema.migrations());
            Collections.reverse(migrations);
        }
        return migrations;
    }

    /** The newest version that was applied. */
    public String getVersion() {
        return getMigrations().stream()
                .filter(migration -> migration.getState() != Migration.State.PENDING)
                .map(Migration::getVersion)
                .findFirst()
                .orElse("0");
    }

    public long getPending() {
        return getMigrations().stream()
                .filter(migration -> migration.getState() == Migration.State.PENDING)
                .count();
    }

    public Database.Facts getFacts() {
        if (facts == null) {
            facts = database.facts();
        }
        return facts;
    }

    public int getMost() {
        return Database.MOST_CONNECTIONS;
    }

    public int getMostForUpkeep() {
        return Database.MOST_FOR_UPKEEP;
    }
}
