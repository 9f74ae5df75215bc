package org.hindcast.settings;

import java.io.PrintStream;
import java.util.List;

/** For launchers, which unlike a WAR can end the process: whether a start with this environment would be refused. */
public final class Check {

    private static final PrintStream SCREEN = System.err;

    private Check() {}

    /** Says what is wrong, one line each, and ends with 1; or says nothing and ends with 0. */
    public static void main(String[] arguments) {
        List<String> problems = new Settings().problems();
        problems.forEach(problem -> SCREEN.println("Hindcast cannot start: " + problem));
        System.exit(problems.isEmpty() ? 0 : 1);
    }
}
