package org.hindcast.schema;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hindcast.settings.Setting;
import org.hindcast.settings.Settings;

/**
 * For launchers, which unlike a WAR can end the process: whether a start with this environment makes sense. Waits until the
 * database lets us in, because a server would not take the WAR without it.
 */
public final class Check {

    private static final PrintStream SCREEN = System.err;
    private static final String ADDRESS = "(?:\\[[^]]+]|[^/:,?]+)(?::\\d{1,5})?";
    private static final Pattern URL =
            Pattern.compile("jdbc:postgresql://(" + ADDRESS + "(?:," + ADDRESS + ")*)[/?].*");
    private static final int STANDARD_PORT = 5432;
    private static final int ONE_TRY = 2_000;

    /** SQL states of a wrong name or password, and of a database that does not exist: waiting does not help. */
    private static final Pattern LASTING = Pattern.compile("(28|3D).*");

    /** Why the database is of no use, and whether that may pass. */
    private record Trouble(String said, boolean passing) {}

    /** Whom to sign in as. */
    private record Login(String user, String password) {}

    private Check() {}

    /** Says what is wrong, one line each, and ends with 1; or says nothing and ends with 0. */
    public static void main(String[] arguments) throws InterruptedException {
        Settings settings = new Settings();
        List<String> problems = settings.problems();
        if (problems.isEmpty()) {
            problems = database(settings).stream().toList();
        }
        problems.forEach(problem -> SCREEN.println("Hindcast cannot start: " + problem));
        System.exit(problems.isEmpty() ? 0 : 1);
    }

    private static Optional<String> database(Settings settings) throws InterruptedException {
        Matcher url = URL.matcher(settings.get(Setting.DATABASE_URL));
        if (!url.matches()) {
            return Optional.of("HINDCAST_DATABASE_URL must be like jdbc:postgresql://host:5432/hindcast.");
        }
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(settings.databaseWait());
        Optional<Trouble> trouble = trouble(settings, url.group(1));
        while (trouble.filter(Trouble::passing).isPresent() && System.nanoTime() < deadline) {
            TimeUnit.SECONDS.sleep(1);
            trouble = trouble(settings, url.group(1));
        }
        return trouble.map(Trouble::said);
    }

    private static Optional<Trouble> trouble(Settings settings, String addresses) {
        if (Stream.of(addresses.split(",")).noneMatch(Check::listens)) {
            return Optional.of(new Trouble("nobody listens at " + addresses + " (HINDCAST_DATABASE_URL).", true));
        }
        Login ours = new Login(settings.get(Setting.DATABASE_USER), settings.get(Setting.DATABASE_PASSWORD));
        Login owner = new Login(settings.schemaUser(), settings.schemaPassword());
        return Stream.of(ours, owner)
                .distinct()
                .flatMap(login -> refusal(settings.get(Setting.DATABASE_URL), login).stream())
                .findFirst();
    }

    private static boolean listens(String address) {
        int colon = address.lastIndexOf(':');
        boolean port = colon > address.lastIndexOf(']');
        String host = port ? address.substring(0, colon) : address;
        int number = port ? Integer.parseInt(address.substring(colon + 1)) : STANDARD_PORT;
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, number), ONE_TRY);
            return true;
        } catch (IOException | IllegalArgumentException nobody) {
            return false;
        }
    }

    /** Where the launcher left out the driver, a port that listens has to do. */
    private static Optional<Trouble> refusal(String url, Login login) {
        Properties properties = new Properties();
        properties.put("user", login.user());
        properties.put("password", login.password());
        properties.put("loginTimeout", "5");
        if (DriverManager.drivers().findAny().isEmpty()) {
            return Optional.empty();
        }
        try (Connection connection = DriverManager.getConnection(url, properties)) {
            return Optional.empty();
        } catch (SQLException e) {
            String reason = String.valueOf(e.getMessage()).strip().replaceAll("\\s+", " ");
            boolean lasting = LASTING.matcher(String.valueOf(e.getSQLState())).matches();
            return Optional.of(new Trouble("the database does not let " + login.user() + " in: " + reason, !lasting));
        }
    }
}
