package org.hindcast.schema;

import static org.hindcast.support.Person.asked;

import java.sql.SQLException;
import org.hindcast.support.LocalDatabase;

/** The tests' own table of widgets, spoiled until it is closed: nobody but the page that lists them takes notice. */
public final class Widgets implements AutoCloseable {

    private Widgets() throws SQLException {
        asked("alter table widgets rename to widgets_kept");
    }

    /** Each reading of it takes that long. */
    public static Widgets takingSeconds(int seconds) throws SQLException {
        Widgets widgets = new Widgets();
        asked("create view widgets as select * from widgets_kept where (select count(*) from pg_sleep(" + seconds
                + ")) = 1");
        asked("grant select on widgets to " + LocalDatabase.APPLICATION);
        return widgets;
    }

    /** Each reading of it fails. */
    public static Widgets missing() throws SQLException {
        return new Widgets();
    }

    @Override
    public void close() throws SQLException {
        asked("drop view if exists widgets");
        asked("alter table widgets_kept rename to widgets");
    }
}
