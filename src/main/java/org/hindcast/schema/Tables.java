package org.hindcast.schema;

import java.util.logging.Level;
import java.util.logging.Logger;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.hindcast.log.Console;
import org.hindcast.settings.Setting;
import org.hindcast.settings.Settings;

/** The operator's command that makes the tables, or brings them up to date, before any server runs. The README shows it. */
public final class Tables {

    private static final Logger FLYWAY = Logger.getLogger("org.flywaydb");

    private Tables() {}

    /** Says in one line how the tables are now and ends with 0, or why they are not there and ends with 1. */
    public static void main(String[] arguments) {
        FLYWAY.setLevel(Level.SEVERE);
        Settings settings = new Settings();
        try {
            Flyway flyway =
                    Scripts.over(settings.get(Setting.DATABASE_URL), settings.schemaUser(), settings.schemaPassword());
            int applied = Scripts.apply(flyway, settings.get(Setting.DATABASE_USER));
            Console.say("The tables are at version " + flyway.info().current().getVersion() + "; " + applied
                    + " scripts were applied.");
        } catch (FlywayException e) {
            Console.say("The tables were not made: " + e.getMessage().strip().replaceAll("\\s+", " "));
            System.exit(1);
        }
    }
}
