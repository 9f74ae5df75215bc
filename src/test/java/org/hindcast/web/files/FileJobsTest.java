package org.hindcast.web.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.enterprise.concurrent.ManagedExecutorService;
import java.lang.reflect.Field;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.hindcast.Refusal;
import org.hindcast.persistence.Actor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is kept of files that wait, and what becomes of one that is imported. */
class FileJobsTest {

    private static final int MOST = 10;

    private final List<String> dropped = new ArrayList<>();
    private final List<Runnable> begun = new ArrayList<>();
    private BiFunction<FileJob<String, String>, String, String> work = (job, content) -> {
        throw new StackOverflowError(content);
    };
    private final FileJobs<String, String> jobs = new FileJobs<>() {
        @Override
        protected long mostBytes() {
            return MOST;
        }

        @Override
        protected String run(FileJob<String, String> job, String content, Actor actor) {
            return work.apply(job, content);
        }
    };

    @BeforeEach
    void an_executor_that_waits() throws Exception {
        Field executor = FileJobs.class.getDeclaredField("executor");
        executor.setAccessible(true);
        executor.set(
                jobs,
                Proxy.newProxyInstance(
                        getClass().getClassLoader(),
                        new Class<?>[] {ManagedExecutorService.class},
                        (proxy, method, arguments) -> begun.add((Runnable) arguments[0])));
    }

    @Test
    void an_import_that_breaks_down_is_over_and_the_next_one_may_begin() {
        FileJob<String, String> first = kept(1, 1);
        jobs.start(first, person(1));
        begun.get(0).run();
        assertEquals("stopped", first.getStep());
        assertEquals("import.failed", first.getRefusal().key());
        assertEquals(List.of("1"), dropped);
        FileJob<String, String> next = kept(2, 1);
        jobs.start(next, person(2));
        assertEquals("running", next.getStep());
    }

    @Test
    void the_oldest_files_make_room_but_not_the_one_that_is_imported() {
        jobs.start(kept(1, 6), person(1));
        kept(2, 3);
        assertEquals(List.of(), dropped);
        kept(3, 3);
        assertEquals(List.of("2"), dropped);
    }

    @Test
    void one_import_runs_at_a_time_and_none_of_them_twice() {
        FileJob<String, String> first = kept(1, 1);
        FileJob<String, String> second = kept(2, 1);
        jobs.start(first, person(1));
        jobs.start(first, person(1));
        assertEquals(1, begun.size());
        Refusal busy = assertThrows(Refusal.class, () -> jobs.start(second, person(2)));
        assertEquals("import.busy", busy.key());
        assertEquals("good", second.getStep());
        work = (job, content) -> content + " is stored";
        begun.get(0).run();
        assertEquals("done", first.getStep());
        assertEquals("1 is stored", first.getReport());
        assertEquals(List.of("1"), dropped);
        jobs.start(second, person(2));
        assertEquals("running", second.getStep());
    }

    @Test
    void who_stops_an_import_is_heeded_at_the_next_row() {
        FileJob<String, String> job = kept(1, 1);
        jobs.start(job, person(1));
        work = (running, content) -> {
            running.reach(1);
            assertEquals(25, running.getPercent());
            running.cancel();
            running.reach(2);
            return content;
        };
        begun.get(0).run();
        assertEquals("stopped", job.getStep());
        assertEquals("import.cancelled", job.getRefusal().key());
        assertEquals(1, job.getDone());
    }

    @Test
    void a_file_is_its_owners_until_they_send_another_or_the_server_stops() {
        String id = kept(1, 1).getId();
        assertTrue(jobs.find(id, 1).isPresent());
        assertTrue(jobs.find(id, 2).isEmpty());
        kept(1, 1);
        assertEquals(List.of("1"), dropped);
        assertTrue(jobs.find(id, 1).isEmpty());
        String last = kept(2, 1).getId();
        jobs.forget();
        assertEquals(List.of("1", "1", "2"), dropped);
        assertTrue(jobs.find(last, 2).isEmpty());
    }

    @Test
    void a_file_grows_old_but_not_while_it_is_imported() {
        FileJob<String, String> job = kept(1, 1);
        assertFalse(job.isOlderThan(Duration.ofMinutes(1)));
        assertTrue(job.isOlderThan(Duration.ofMinutes(-1)));
        jobs.start(job, person(1));
        assertFalse(job.isOlderThan(Duration.ofMinutes(-1)));
    }

    @Test
    void a_file_with_something_wrong_is_not_imported() {
        FileJob<String, String> wrong =
                jobs.keep("wrong", new FileJob.Held<>("", 1, () -> {}), new FileJob.Found<>("", false, 1), person(1));
        jobs.start(wrong, person(1));
        assertEquals("wrong", wrong.getStep());
        assertEquals(List.of(), begun);
    }

    private FileJob<String, String> kept(int owner, int bytes) {
        String name = String.valueOf(owner);
        return jobs.keep(
                name,
                new FileJob.Held<>(name, bytes, () -> dropped.add(name)),
                new FileJob.Found<>("", true, 4),
                person(owner));
    }

    private static Person person(int number) {
        return new Person(number, "person");
    }

    /** Somebody who may do everything. */
    private record Person(Integer id, String name) implements Actor {

        @Override
        public boolean can(String permission) {
            return true;
        }
    }
}
