package org.hindcast.log;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** The operator's console: for the few lines that belong before their eyes and into no log. */
public final class Console {

    private static final PrintStream OUT =
            new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);

    private Console() {}

    /** One line to the operator. */
    public static void say(String line) {
        OUT.println(line);
    }
}
