package org.hindcast.architecture.violators.user;

/** Reads the environment beside the settings. */
public class ReadsTheEnvironment {

    String home() {
        return System.getenv("HOME");
    }
}
