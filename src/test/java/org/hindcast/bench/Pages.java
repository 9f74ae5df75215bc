package org.hindcast.bench;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.hindcast.bench.Load.Result;
import org.hindcast.support.Statements;

/** Requests per second of four pages, beside the barest servlet that the same server has. */
final class Pages {

    private static final int CONNECTIONS = 16;
    private static final String BARE = "/health/live";
    private static final double FASTER = 1.03;
    private static final int STEADY = 2;
    private static final int LONGEST = 15;
    private static final int SLOWEST = 37;
    private static final String NUMBERS = "/do/series?id=1";

    /** What the stack of the sources reached: Flask, gunicorn with 2 workers, PostgreSQL beside it, on 2 cores; 0 where it had none. */
    private static final Map<String, Integer> SOURCES = sources();

    private final Load member;
    private final Load stranger;
    private final Processes processes;
    private final int seconds = Integer.getInteger("bench.seconds", 5);

    Pages(Load member, Load stranger, Processes processes) {
        this.member = member;
        this.stranger = stranger;
        this.processes = processes;
    }

    void measure() throws Exception {
        Bench.SCREEN.printf("%nWarming up ...%n");
        warm();
        Bench.SCREEN.printf(
                "%nRequests per second, %d connections, %d seconds each%n%n%-18s %8s %8s %7s %7s %6s %9s %9s %8s %4s%n",
                CONNECTIONS,
                seconds,
                "",
                "a second",
                "p50 ms",
                "p99 ms",
                "bare=1",
                "Flask",
                "server ms",
                "db ms",
                "bytes",
                "SQL");
        double bare = measure(BARE, 0);
        for (String page : SOURCES.keySet()) {
            if (!page.equals(BARE)) {
                measure(page, bare);
            }
        }
    }

    /** In turns, until twice in succession no page became faster: the compiler takes minutes where all cores are busy. */
    private void warm() throws Exception {
        Map<String, Double> best = new LinkedHashMap<>();
        int steady = 0;
        for (int round = 0; round < LONGEST && steady < STEADY; round++) {
            steady++;
            for (String page : SOURCES.keySet()) {
                double rate = load(page)
                        .of(page, CONNECTIONS, Duration.ofSeconds(2L * seconds))
                        .perSecond();
                steady = rate > FASTER * best.getOrDefault(page, 0.0) ? 0 : steady;
                best.merge(page, rate, Math::max);
                Bench.SCREEN.printf("%s %,.0f  ", page, rate);
            }
            Bench.SCREEN.println();
        }
    }

    private double measure(String page, double bare) throws Exception {
        long server = processes.server();
        long database = processes.database();
        Result result = load(page).of(page, CONNECTIONS, Duration.ofSeconds(seconds));
        double serverEach = (double) (processes.server() - server) / result.count();
        double databaseEach = (double) (processes.database() - database) / result.count();
        long statements = Statements.during(() -> load(page).times(page, 1)).count();
        Bench.SCREEN.printf(
                "%-18s %,8.0f %8.1f %7.1f %7s %6s %9.2f %9.2f %,8d %4d%s%n",
                page,
                result.perSecond(),
                result.p50(),
                result.p99(),
                bare == 0 ? "" : "%.3f".formatted(result.perSecond() / bare),
                SOURCES.get(page) == 0 ? "" : "%.1fx".formatted(result.perSecond() / SOURCES.get(page)),
                serverEach,
                databaseEach,
                result.bytes(),
                statements,
                result.failures() == 0 ? "" : "  " + result.failures() + " FAILED");
        report(page, result);
        return result.perSecond();
    }

    private static void report(String page, Result result) {
        int least = SOURCES.get(page);
        if (least > 0) {
            boolean fine = result.failures() == 0;
            String rate = "%,.0f".formatted(result.perSecond());
            Report.add(page + ", a second", rate, ">= %,d".formatted(least), fine && result.perSecond() >= least);
            String slowest = "%.1f ms".formatted(result.p99());
            Report.add(page + ", p99", slowest, "<= %d ms".formatted(SLOWEST), fine && result.p99() <= SLOWEST);
        }
    }

    private Load load(String page) {
        return page.equals("/signin") ? stranger : member;
    }

    private static Map<String, Integer> sources() {
        Map<String, Integer> sources = new LinkedHashMap<>();
        sources.put(BARE, 0);
        sources.put("/signin", 1_700);
        sources.put("/admin/users", 590);
        sources.put("/model?id=1", 550);
        sources.put("/account/account", 540);
        sources.put(NUMBERS, 0);
        return sources;
    }
}
