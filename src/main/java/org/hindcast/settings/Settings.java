package org.hindcast.settings;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What the operator decided, read once from the environment. The only reader of it. */
@ApplicationScoped
public class Settings {

    /** Characters that a password has at most. */
    public static final int LONGEST_PASSWORD = 256;

    private static final int SHORTEST_SECRET = 32;
    private static final int FEWEST_ITERATIONS = 600_000;
    private static final int FEWEST_ANYWHERE = 1024;
    private static final int MOST_ITERATIONS = 10_000_000;
    private static final int MOST = 100_000;
    private static final String REMEDY = "Set it to at least 32 random characters: openssl rand -base64 48";
    private static final String DEVELOPMENT_SECRET = "development only, known to everybody";

    private static final List<String> SWITCH = List.of("true", "false");
    private static final Map<Setting, List<String>> CHOICES = new EnumMap<>(Map.of(
            Setting.MODE,
            List.of("production", "development"),
            Setting.DEMO,
            SWITCH,
            Setting.REGISTRATION,
            SWITCH,
            Setting.SECURE_COOKIES,
            SWITCH,
            Setting.LOG_LEVEL,
            List.of("error", "warning", "info", "debug", "trace"),
            Setting.LOG_FORMAT,
            List.of("text", "json")));

    private static final Pattern HOST = Pattern.compile("[\\w.-]+|\\[[0-9a-f:.]+]");

    private static final Pattern OURS = Pattern.compile("HINDCAST_(?!ADDRESS$|TOKEN$|(PORT|SERVICE|TEST)(_|$)).*");

    /** What a server takes as it is written, where we leave blanks away. */
    private static final Set<Setting> READ_BY_THE_SERVER = EnumSet.range(Setting.DATABASE_URL, Setting.SCHEMA_PASSWORD);

    private final Map<String, String> environment;

    public Settings() {
        this(System.getenv());
    }

    Settings(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /** One line for each thing that must be changed before Hindcast may start; empty when all is well. */
    public List<String> problems() {
        List<String> problems = new ArrayList<>();
        CHOICES.forEach((setting, choices) -> {
            if (!choices.contains(get(setting).toLowerCase(Locale.ROOT))) {
                problems.add(setting.variable() + " must be one of " + String.join(", ", choices) + ".");
            }
        });
        if (get(Setting.SECRET).isEmpty() && production()) {
            problems.add("HINDCAST_SECRET is missing. " + REMEDY);
        } else if (weak(secret())) {
            problems.add("HINDCAST_SECRET is too weak. " + REMEDY);
        }
        for (Setting number : List.of(Setting.KEEP_DAYS, Setting.COMPRESS_AFTER_DAYS, Setting.DATABASE_WAIT)) {
            if (!isNumber(number, 0, MOST)) {
                problems.add(number.variable() + " must be a whole number of at most " + MOST + ".");
            }
        }
        problems.addAll(outsideProblems());
        problems.addAll(passwordProblems());
        return problems;
    }

    private List<String> outsideProblems() {
        List<String> problems = new ArrayList<>();
        if (hosts().isEmpty() || !hosts().stream().allMatch(HOST.asMatchPredicate())) {
            problems.add("HINDCAST_HOSTS must be names such as models.example.org, without https:// and port.");
        }
        if (trustedProxies().size() < proxies().size()) {
            problems.add("HINDCAST_TRUSTED_PROXIES must be addresses or networks such as 10.0.0.0/8.");
        }
        READ_BY_THE_SERVER.stream()
                .filter(this::isPadded)
                .map(setting -> setting.variable() + " begins or ends with a blank or a line break.")
                .forEach(problems::add);
        String log = get(Setting.LOG_FILE);
        Path folder = Path.of(log).toAbsolutePath().getParent();
        if (!log.isEmpty() && !log.contains("%") && !Files.isWritable(folder)) {
            problems.add("HINDCAST_LOG_FILE can't be written: " + folder + " is no folder that we may write to.");
        }
        return problems;
    }

    private boolean isPadded(Setting setting) {
        String value = environment.getOrDefault(setting.variable(), "");
        return !value.isBlank() && !value.equals(value.trim());
    }

    private List<String> passwordProblems() {
        List<String> problems = new ArrayList<>();
        if (get(Setting.SCHEMA_PASSWORD).isEmpty()
                ? isOwnedByAnother()
                : get(Setting.SCHEMA_USER).isEmpty()) {
            problems.add("HINDCAST_SCHEMA_USER and HINDCAST_SCHEMA_PASSWORD go together: set both or neither.");
        }
        if (adminPassword().length() > LONGEST_PASSWORD) {
            problems.add("HINDCAST_ADMIN_PASSWORD has more than " + LONGEST_PASSWORD + " characters.");
        }
        int fewest = production() ? FEWEST_ITERATIONS : FEWEST_ANYWHERE;
        if (!isNumber(Setting.PASSWORD_ITERATIONS, fewest, MOST_ITERATIONS)) {
            problems.add("HINDCAST_PASSWORD_ITERATIONS must be from " + fewest + " to " + MOST_ITERATIONS + ".");
        }
        return problems;
    }

    private boolean isOwnedByAnother() {
        return !schemaUser().equals(get(Setting.DATABASE_USER));
    }

    /** Variables with our name that say nothing to us, such as a slip of the pen; those that Kubernetes makes are none. */
    public List<String> unknown() {
        List<String> known =
                Arrays.stream(Setting.values()).map(Setting::variable).toList();
        return environment.keySet().stream()
                .filter(name -> OURS.matcher(name).matches() && !known.contains(name))
                .sorted()
                .toList();
    }

    /** Whether real data is at stake; anything but development is. */
    public boolean production() {
        return !get(Setting.MODE).equalsIgnoreCase("development");
    }

    /** The secret that signs cookies and forms. */
    public String secret() {
        String secret = get(Setting.SECRET);
        return secret.isEmpty() && !production() ? DEVELOPMENT_SECRET : secret;
    }

    /** Whether an empty registry gets something to look at. */
    public boolean demo() {
        return is(Setting.DEMO);
    }

    /** Whether people may add themselves. */
    public boolean registrationOpen() {
        return is(Setting.REGISTRATION);
    }

    /** Whether browsers reach us by TLS only. */
    public boolean secureCookies() {
        return is(Setting.SECURE_COOKIES);
    }

    /** Who owns the tables in the database: the application's own user unless another is named. */
    public String schemaUser() {
        return either(Setting.SCHEMA_USER, Setting.DATABASE_USER);
    }

    /** The password of that user. */
    public String schemaPassword() {
        return either(Setting.SCHEMA_PASSWORD, Setting.DATABASE_PASSWORD);
    }

    private String either(Setting first, Setting second) {
        return get(get(first).isEmpty() ? second : first);
    }

    /** What the first administrator shall have as a password, empty for a random one. */
    public String adminPassword() {
        return get(Setting.ADMIN_PASSWORD);
    }

    /** What a password costs to hash. */
    public int passwordIterations() {
        return Integer.parseInt(get(Setting.PASSWORD_ITERATIONS));
    }

    /** Days for which predictions are kept, 0 for ever. */
    public int keepDays() {
        return Integer.parseInt(get(Setting.KEEP_DAYS));
    }

    /** Days after which predictions are compressed, 0 for never. */
    public int compressAfterDays() {
        return Integer.parseInt(get(Setting.COMPRESS_AFTER_DAYS));
    }

    /** Seconds for which a launcher waits for the database. */
    public int databaseWait() {
        return Integer.parseInt(get(Setting.DATABASE_WAIT));
    }

    /** The second secret in every hash, empty for none. */
    public String passwordPepper() {
        return get(Setting.PASSWORD_PEPPER);
    }

    /** Lower-case host names, without port, that may stand in the Host header. */
    public List<String> hosts() {
        return List.of(get(Setting.HOSTS).toLowerCase(Locale.ROOT).split("\\s*,\\s*"));
    }

    /** The proxies whose word about a client's address counts. */
    public List<Network> trustedProxies() {
        return proxies().stream().map(Network::of).flatMap(Optional::stream).toList();
    }

    private List<String> proxies() {
        return Arrays.stream(get(Setting.TRUSTED_PROXIES).split(","))
                .filter(text -> !text.isBlank())
                .toList();
    }

    /** The text of a setting: the environment's, or the default when it is absent or blank. */
    public String get(Setting setting) {
        String value = environment.getOrDefault(setting.variable(), "").trim();
        return value.isEmpty() ? setting.standard() : value;
    }

    private boolean is(Setting setting) {
        return get(setting).equalsIgnoreCase("true");
    }

    private boolean isNumber(Setting setting, int least, int most) {
        String text = get(setting);
        return text.matches("\\d{1,9}") && Integer.parseInt(text) >= least && Integer.parseInt(text) <= most;
    }

    private boolean weak(String secret) {
        boolean known = production() && secret.equals(DEVELOPMENT_SECRET);
        return known
                || secret.length() < SHORTEST_SECRET
                || secret.chars().distinct().count() < 10;
    }
}
