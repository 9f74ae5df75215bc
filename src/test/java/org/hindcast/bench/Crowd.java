package org.hindcast.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.hindcast.support.Entrance;

/** Many signed-in people who page through lists: does the server's memory hold them? */
final class Crowd {

    static final int SIZE = 200;
    private static final int AT_ONCE = 16;
    private static final int PAGES = 20;

    private final int port;
    private final String password;

    Crowd(int port, String password) {
        this.port = port;
        this.password = password;
    }

    void measure(List<String> people, long server) throws Exception {
        Bench.SCREEN.printf("%n%d people sign in and look at %d pages each ...%n", people.size(), PAGES);
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        List<Callable<Integer>> visits = new ArrayList<>();
        people.forEach(person -> visits.add(() -> failures(person)));
        long begin = System.nanoTime();
        int failures = 0;
        try {
            for (Future<Integer> visit : threads.invokeAll(visits)) {
                failures += visit.get();
            }
        } finally {
            threads.shutdownNow();
        }
        Bench.SCREEN.printf(
                "%,d pages in %d s. After a collection of garbage:%n%s%n",
                people.size() * PAGES,
                Duration.ofNanos(System.nanoTime() - begin).toSeconds(),
                heap(server));
        Report.add(people.size() + " people page with 512 MB of heap: failures", "" + failures, "0", failures == 0);
    }

    private int failures(String person) throws Exception {
        Load load = new Load(port, new Entrance(port).cookie(person, password));
        int failures = 0;
        for (int page = 1; page <= PAGES; page++) {
            failures += load.times("/people?page=" + page, 1).failures();
        }
        return failures;
    }

    private static String heap(long server) throws Exception {
        jcmd(server, "GC.run");
        return jcmd(server, "GC.heap_info");
    }

    private static String jcmd(long server, String command) throws Exception {
        Process jcmd = new ProcessBuilder(System.getProperty("java.home") + "/bin/jcmd", Long.toString(server), command)
                .redirectErrorStream(true)
                .start();
        String said = new String(jcmd.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        jcmd.waitFor();
        return said.strip();
    }
}
