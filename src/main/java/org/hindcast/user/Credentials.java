package org.hindcast.user;

/** What is needed to check a person's password outside of a transaction. */
public record Credentials(Integer id, String username, String hash, boolean active) {

    @Override
    public String toString() {
        return username;
    }
}
