package org.hindcast.settings;

/** Every environment variable that Hindcast reads, with its default and its meaning. The README's table is checked against it. */
public enum Setting {
    MODE(
            "HINDCAST_MODE",
            "production",
            "`production` or `development`. Development accepts a missing secret and cheap password hashes."),
    SECRET(
            "HINDCAST_SECRET",
            "",
            "Signs cookies and forms; at least 32 characters. Required in production: without it the start stops."),
    DATABASE_URL(
            "HINDCAST_DATABASE_URL",
            "",
            "JDBC address of the database, read by the server's data source: `jdbc:postgresql://host:5432/hindcast`."),
    DATABASE_USER("HINDCAST_DATABASE_USER", "", "Database user, read by the server's data source."),
    DATABASE_PASSWORD(
            "HINDCAST_DATABASE_PASSWORD",
            "",
            "Password of the database user, read by the server's data source. On Payara it may hold no blank."),
    SCHEMA_USER(
            "HINDCAST_SCHEMA_USER",
            "",
            "Database user that owns the tables, where it is to be another than the application's: see *Two roles*."),
    SCHEMA_PASSWORD("HINDCAST_SCHEMA_PASSWORD", "", "Password of that user."),
    DATABASE_WAIT(
            "HINDCAST_DATABASE_WAIT",
            "60",
            "Seconds for which a start waits for the database before it gives up; read by the launchers."),
    DEMO("HINDCAST_DEMO", "false", "`true` loads the demonstration registry and 1,000 users into an empty database."),
    ADMIN_PASSWORD(
            "HINDCAST_ADMIN_PASSWORD",
            "",
            "Password of the first administrator, `admin`; at most 256 characters. When empty, a random one is made and printed once."),
    REGISTRATION("HINDCAST_REGISTRATION", "true", "`false` switches registration off: administrators then add people."),
    HOSTS(
            "HINDCAST_HOSTS",
            "localhost,127.0.0.1,[::1]",
            "Host names under which Hindcast may be asked, separated by commas. Any other is answered 400."),
    TRUSTED_PROXIES(
            "HINDCAST_TRUSTED_PROXIES",
            "",
            "Addresses or networks (`10.0.0.0/8`) of proxies, separated by commas. Only from them `X-Forwarded-For` is believed."),
    SECURE_COOKIES(
            "HINDCAST_SECURE_COOKIES",
            "false",
            "`true` behind TLS: cookies become Secure and `__Host-`, and HSTS is sent."),
    PASSWORD_ITERATIONS(
            "HINDCAST_PASSWORD_ITERATIONS",
            "600000",
            "PBKDF2-HMAC-SHA256 iterations, at least 600,000 in production and at most 10,000,000. Older hashes are upgraded at the next sign-in."),
    PASSWORD_PEPPER(
            "HINDCAST_PASSWORD_PEPPER",
            "",
            "A second secret mixed into every password hash; optional. It may be added later, but when it is changed or lost, nobody's password is right any more. Keep it out of the database's backups."),
    KEEP_DAYS(
            "HINDCAST_KEEP_DAYS",
            "0",
            "Days after which predictions are deleted with their outcomes; 0 keeps them for ever."),
    COMPRESS_AFTER_DAYS(
            "HINDCAST_COMPRESS_AFTER_DAYS",
            "90",
            "Days after which TimescaleDB compresses predictions; 0 never does. Plain PostgreSQL ignores it."),
    LOG_LEVEL("HINDCAST_LOG_LEVEL", "INFO", "`ERROR`, `WARNING`, `INFO`, `DEBUG` or `TRACE`."),
    LOG_FORMAT("HINDCAST_LOG_FORMAT", "text", "`text` or `json`, one event a line."),
    LOG_FILE(
            "HINDCAST_LOG_FILE",
            "",
            "File to write the log to, rotated at 10 MB, ten kept; the newest ends in `.0`. Standard output when empty.");

    private final String variable;
    private final String standard;
    private final String meaning;

    Setting(String variable, String standard, String meaning) {
        this.variable = variable;
        this.standard = standard;
        this.meaning = meaning;
    }

    /** The environment variable's name. */
    public String variable() {
        return variable;
    }

    /** What holds when the variable is absent or blank. */
    public String standard() {
        return standard;
    }

    /** One sentence for the README. */
    public String meaning() {
        return meaning;
    }
}
