package org.hindcast.support;

import java.io.IOException;
import java.sql.SQLException;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** Holds one PostgreSQL from before the first integration test until after the last; unit tests go without. */
public final class DatabaseOfTheTests implements LauncherSessionListener {

    private LocalDatabase database;

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        Integer port = Integer.getInteger("it.database.port");
        if (port == null) {
            return;
        }
        try {
            database = LocalDatabase.forTests(port);
        } catch (IOException | SQLException failure) {
            throw new IllegalStateException("PostgreSQL for the tests did not start", failure);
        }
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        if (database != null) {
            database.close();
        }
    }
}
